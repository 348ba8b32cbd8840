import type { Rule } from "../rule.ts";
import { permissionRules } from "./permissions.ts";
import { rateLimitRules } from "./rate-limits.ts";

/** Every rule that the sandbox is held to, by what it is about. */
export const RULES: Readonly<Record<string, readonly Rule[]>> = {
  "Rate limits": rateLimitRules,
  Permissions: permissionRules,
};
