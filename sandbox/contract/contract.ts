import { GatewayOpcodes as Op } from "discord-api-types/v10";
import { CLOSE, type GatewayFrame, type TrafficEntry } from "../traffic/entries.ts";
import { CallCheck } from "./check-call.ts";
import { FrameCheck } from "./check-frame.ts";
import { readDocument } from "./discord-document.ts";
import { gatewaySchemas } from "./gateway-schemas.ts";
import { MemberRequests } from "./member-requests.ts";
import { followers, isRefused } from "./refusals.ts";
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
  readonly #memberRequests = new MemberRequests();

  constructor(calls: CallCheck | null, frames: FrameCheck) {
    this.#calls = calls;
    this.#frames = frames;
  }

  /**
   * What is wrong with these, in the order in which they came. They end where a turn ends: what a bot said is refused
   * in the turn in which it is heard. Without the OpenAPI document calls pass unseen.
   */
  violations(entries: readonly TrafficEntry[]): Violation[] {
    const next = followers(entries);
    return entries.flatMap((entry) => {
      if (entry.kind === "rest") return this.#calls ? this.#counted("calls", this.#calls.violations(entry)) : [];
      if (entry.event === CLOSE) return [];
      if (entry.direction === "sent") return [...this.#blamed(this.#memberRequests.answer(entry)), ...this.#counted("frames", this.#frames.violations(entry))];
      return this.#heard(entry, next.get(entry));
    });
  }

  #heard(frame: GatewayFrame, next: GatewayFrame | undefined): readonly Violation[] {
    const found = this.#frames.violations(frame);
    if (found.length > 0 && isRefused(frame, next)) return [];
    if (frame.op !== Op.RequestGuildMembers) return this.#counted("frames", found);
    this.#memberRequests.ask(frame, found);
    return this.#counted("frames", []);
  }

  #counted(what: "calls" | "frames", found: readonly Violation[]): readonly Violation[] {
    this.tally[what] += 1;
    return this.#blamed(found);
  }

  #blamed(found: readonly Violation[]): readonly Violation[] {
    if (found.length > 0) this.tally.violated += 1;
    return found;
  }
}

/** Reads the documents. @throws Error when one is unreadable */
export async function openContract(): Promise<Contract> {
  const document = readDocument();
  return new Contract(document && new CallCheck(document), new FrameCheck(await gatewaySchemas()));
}
