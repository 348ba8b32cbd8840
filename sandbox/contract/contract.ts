import { GatewayDispatchEvents as Events, GatewayOpcodes as Op } from "discord-api-types/v10";
import { CLOSE, type TrafficEntry } from "../traffic/entries.ts";
import { CallCheck } from "./check-call.ts";
import { FrameCheck } from "./check-frame.ts";
import { readDocument } from "./discord-document.ts";
import { gatewaySchemas } from "./gateway-schemas.ts";
import type { Violation } from "./violation.ts";

/** What was held to Discord's documents so far. */
export interface Tally {
  calls: number;
  frames: number;
  violated: number;
}

/** Holds what goes over a sandbox's wires to Discord's OpenAPI document, and to the types of discord-api-types. */
export class Contract {
  readonly tally: Tally = { calls: 0, frames: 0, violated: 0 };
  readonly #calls: CallCheck | null;
  readonly #frames: FrameCheck;

  constructor(calls: CallCheck | null, frames: FrameCheck) {
    this.#calls = calls;
    this.#frames = frames;
  }

  /** What is wrong with these, in the order in which they came. Without the OpenAPI document calls pass unseen. */
  violations(entries: readonly TrafficEntry[]): Violation[] {
    return entries.flatMap((entry, index) => {
      const found = entry.kind === "rest" ? this.#calls?.violations(entry) : entry.event === CLOSE || isRefused(entries, index) ? undefined : this.#frames.violations(entry);
      if (found === undefined) return [];
      this.tally[entry.kind === "rest" ? "calls" : "frames"] += 1;
      if (found.length > 0) this.tally.violated += 1;
      return found;
    });
  }
}

const isReceived = (entry: TrafficEntry | undefined): boolean => entry?.kind === "gateway" && entry.direction === "received";

const MEMBERS_ANSWERS: ReadonlySet<unknown> = new Set([Events.GuildMembersChunk, Events.RateLimited]);

/**
 * A frame that the sandbox closed the socket for, or asked to identify anew, or a request for members that it left
 * without an answer. All of that happens before anything else is received.
 */
function isRefused(entries: readonly TrafficEntry[], index: number): boolean {
  if (!isReceived(entries[index])) return false;
  const next = entries.findIndex((entry, at) => at > index && isReceived(entry));
  const answers = entries.slice(index + 1, next === -1 ? undefined : next).filter((entry) => entry.kind === "gateway");
  if (answers.some(({ event, op }) => event === CLOSE || op === Op.InvalidSession)) return true;
  return entries[index]?.kind === "gateway" && entries[index].op === Op.RequestGuildMembers && !answers.some(({ event }) => MEMBERS_ANSWERS.has(event));
}

/** Reads the documents. @throws Error when one is unreadable */
export async function openContract(): Promise<Contract> {
  const document = readDocument();
  return new Contract(document && new CallCheck(document), new FrameCheck(await gatewaySchemas()));
}
