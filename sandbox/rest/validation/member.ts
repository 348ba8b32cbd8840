import type { MemberChange } from "../../world/members.ts";
import type { Field } from "./form.ts";
import { given } from "./given.ts";

export type MemberWish = MemberChange;

/** Source: resources/guild.mdx in Discord's documentation. */
const LONGEST_TIMEOUT_MS = 28 * 24 * 3_600_000;

/** What a body wants to change of a member. `now` is milliseconds since 1970. */
export function readMember(form: Field, now = Number.POSITIVE_INFINITY): MemberWish {
  const nick = form.get("nick");
  const roles = form.get("roles");
  const timeout = form.get("communication_disabled_until");
  timeout.instant();
  if (typeof timeout.value === "string" && Date.parse(timeout.value) > now + LONGEST_TIMEOUT_MS) {
    timeout.refuse("MEMBER_COMMUNICATION_DISABLED_TOO_LONG", "A member can be timed out for 28 days at most.");
  }
  return given({
    nick: nick.value === undefined ? undefined : nick.text({ max: 32 }) || null,
    roleIds: roles.value === undefined ? undefined : roles.list({ max: 350 }).map((role) => role.snowflake() ?? ""),
    timedOutUntil: timeout.value === undefined ? undefined : typeof timeout.value === "string" && !Number.isNaN(Date.parse(timeout.value)) ? new Date(timeout.value).toISOString() : null,
  });
}
