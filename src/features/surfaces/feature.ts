import type { Feature } from "../contract.ts";
import { surfaceMigrations } from "./tables.ts";

/** Keeps where people's flows are shown. The edge shows and sweeps them (discord/surfaces, discord/clean-up). */
export const surfacesFeature = (): Feature => ({ name: "surfaces", migrations: surfaceMigrations });
