import { type APIInteraction, InteractionType } from "discord-api-types/v10";
import type { Call, Reply } from "../../features/contract.ts";
import { profileOf } from "../../features/guild-settings/profiles.ts";
import type { Telemetry } from "../../telemetry/telemetry.ts";
import type { Trace } from "../../telemetry/trace.ts";
import { Visits } from "./visits.ts";

/** How an interaction ended; `undelivered`: Discord did not take the answer. */
export type Outcome = "answered" | "refused" | "failed" | "undelivered";

export interface Done {
  readonly interaction: APIInteraction;
  readonly trace: Trace;
  readonly route: string;
  readonly flow: string;
  /** Null when it never came to a room. */
  readonly call: Call | null;
  readonly reply: Reply | null;
  readonly outcome: Outcome;
}

/** Says of each interaction what it took. */
export interface InteractionMeasures {
  done(done: Done): void;
  autocompleted(route: string, trace: Trace, outcome: Outcome): void;
  /** Ends the visits that are under way. */
  close(): void;
}

/** Measures nothing. */
export const NO_MEASURES: InteractionMeasures = { done: () => undefined, autocompleted: () => undefined, close: () => undefined };

const SWEEP_MS = 30_000;
/** What a reply says of a flow that is over. */
const ENDS: ReadonlySet<string | undefined> = new Set(["completion", "confirmation", "characterConfirmation"]);

/** People who see the same settings are compared with those who see others: their cohort is the profile, or `custom`. */
const cohortOf = ({ settings }: Call): string => profileOf(settings) ?? "custom";

const seconds = (from: number, to: number): number => (to - from) / 1_000;

export function createInteractionMeasures(telemetry: Telemetry): InteractionMeasures {
  const visits = new Visits(telemetry);
  const sweeping = setInterval(() => visits.closeQuiet(performance.now()), SWEEP_MS);
  sweeping.unref();
  return {
    done({ interaction, trace, route, flow, call, reply, outcome }) {
      const who = { flow, surface: call?.settings.surface ?? "", cohort: call ? cohortOf(call) : "" };
      const guildId = interaction.guild_id ?? call?.guildId ?? "";
      telemetry.count("interactions", { ...who, route, outcome }, 1, guildId);
      if (trace.firstCallAt !== null) telemetry.observe("interactionOwn", who, seconds(trace.cameAt, trace.firstCallAt), guildId);
      if (trace.acknowledgedAt !== null) telemetry.observe("interactionAcknowledged", { ...who, route }, seconds(trace.cameAt, trace.acknowledgedAt), guildId);
      if (trace.shownAt === null) return;
      telemetry.observe("interactionShown", { ...who, route }, seconds(trace.cameAt, trace.shownAt), guildId);
      if (!call) return;
      const isEnd = (reply?.kind === "show" || reply?.kind === "update") && ENDS.has(reply.stay);
      visits.add({ ...who, guildId: call.guildId, userId: call.userId, from: trace.cameAt, to: trace.shownAt, calls: trace.calls, isOpener: interaction.type === InteractionType.ApplicationCommand, isEnd });
    },
    autocompleted(route, trace, outcome) {
      if (trace.acknowledgedAt !== null) telemetry.observe("autocomplete", { route, outcome }, seconds(trace.cameAt, trace.acknowledgedAt));
    },
    close() {
      clearInterval(sweeping);
      visits.closeAll();
    },
  };
}
