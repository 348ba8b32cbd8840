import { z } from "zod";
import { type LimitSettings, OBSERVED_LIMITS, type RouteQuota } from "./observed.ts";

const quota = z.strictObject({ limit: z.int().min(1), windowMs: z.int().min(1) });
const routeQuota = z.strictObject({ ...quota.shape, bucket: z.string().min(1).optional(), scope: z.enum(["user", "shared"]).optional() });

/** Limits as a file or a form gives them: what is left out is as Discord's are observed, `routes` one by one. */
export const limitSettingsSchema = z.strictObject({
  global: quota.optional(),
  invalid: quota.optional(),
  otherwise: quota.optional(),
  routes: z.record(z.string().regex(/^[A-Z]+ \/\S*/, "must be METHOD /pattern"), routeQuota).default({}),
});

/** Limits that nobody reaches, for bots that are tested for something else. */
export const NO_LIMITS: LimitSettings = {
  global: { limit: 1_000_000_000, windowMs: 1000 },
  invalid: { limit: 1_000_000_000, windowMs: 1000 },
  otherwise: { limit: 1_000_000_000, windowMs: 1000 },
  routes: {},
};

/** The observed limits with some of them changed. */
export function withObserved({ routes, ...given }: z.output<typeof limitSettingsSchema>): LimitSettings {
  const { global = OBSERVED_LIMITS.global, invalid = OBSERVED_LIMITS.invalid, otherwise = OBSERVED_LIMITS.otherwise } = given;
  const changed = Object.entries(routes).map(([route, { limit, windowMs, bucket, scope }]): [string, RouteQuota] => [
    route,
    { limit, windowMs, ...(bucket === undefined ? {} : { bucket }), ...(scope === undefined ? {} : { scope }) },
  ]);
  return { global, invalid, otherwise, routes: { ...OBSERVED_LIMITS.routes, ...Object.fromEntries(changed) } };
}
