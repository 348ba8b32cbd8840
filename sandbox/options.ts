import type { z } from "zod";
import type { faultSettingsSchema } from "./faults/settings.ts";
import type { SessionStartLimits } from "./gateway/session-starts.ts";
import type { LimitSettings } from "./limits/observed.ts";
import type { Clock } from "./world/clock.ts";
import type { Rules } from "./world/world.ts";
import type { WorldFile } from "./world-file/schema.ts";

/** How a sandbox is to be; what is left out is as on Discord. */
export interface SandboxOptions extends Partial<Rules> {
  /** 0, the default, takes a free one. */
  readonly port?: number;
  readonly host?: string;
  /** The token of the first application's bot, which also takes any that begins with `sandbox-`. */
  readonly token?: string;
  /** Who and what is there at first: The Gilded Anvil, if nothing is given. {@link readWorldFile} makes one of a YAML text. */
  readonly world?: WorldFile;
  /** Time for everything that Discord counts: ids, ages, limits, the 3 s for an answer. */
  readonly clock?: Clock;
  /** Time for heartbeats, which come over real sockets: the machine's, unless a test is about them. */
  readonly heartbeatClock?: Clock;
  /** What is not named is as {@link OBSERVED_LIMITS} has it. */
  readonly limits?: Partial<LimitSettings>;
  readonly heartbeatMs?: number;
  /** How often a bot may identify; what is not named is Discord's. Tests that start bots again and again set `everyMs` to 0. */
  readonly sessionStarts?: Partial<SessionStartLimits>;
  /** Which privileged gateway intents the applications have switched on, a bit field; without it all of them. */
  readonly privilegedIntents?: number;
  /** What goes wrong from the start; see {@link Sandbox.faults}. */
  readonly faults?: z.input<typeof faultSettingsSchema>;
  /** Chance, from 0 to 1, for latencies and faults: a test's repeats. */
  readonly random?: () => number;
}

const DEFAULT_RULES: Rules = { answerWithinMs: 3000, tokenLivesMs: 15 * 60_000, oldMessageEditsPerHour: 30, directMessageOpensPerDay: 10_000 };

/** The times that Discord's rules depend on. */
export const rulesOf = ({
  answerWithinMs = DEFAULT_RULES.answerWithinMs,
  tokenLivesMs = DEFAULT_RULES.tokenLivesMs,
  oldMessageEditsPerHour = DEFAULT_RULES.oldMessageEditsPerHour,
  directMessageOpensPerDay = DEFAULT_RULES.directMessageOpensPerDay,
}: SandboxOptions): Rules => ({ answerWithinMs, tokenLivesMs, oldMessageEditsPerHour, directMessageOpensPerDay });
