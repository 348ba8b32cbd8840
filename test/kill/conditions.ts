import type { LimitSettings } from "../../sandbox/index.ts";

/** Waiting for buckets would only make the run longer; other tests hold the bot to them. */
export const NO_LIMITS: Partial<LimitSettings> = { global: { limit: 100_000, windowMs: 1000 }, otherwise: { limit: 100_000, windowMs: 1000 }, routes: {} };

/** For what chance decides; the same seed makes the same choices. */
export const SEED = process.env["SEED"] ?? String(Date.now());
