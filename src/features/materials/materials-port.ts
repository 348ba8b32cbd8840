/** What this room asks of requests, fulfilled where the rooms are wired; and what others may ask of it. */
import type { Result } from "../../kernel/result.ts";
import type { Call, Transaction } from "../contract.ts";
import type { CraftingRequest, RequestState } from "../requests/request.ts";
import type { PledgeChange } from "./events.ts";
import type { Cut, Pledge } from "./pledge.ts";
import type { MaterialTotal, Narrowing } from "./totals.ts";

export interface PledgedRequests {
  /** Gives a request, and keeps everybody else from changing it before the transaction ends; null when there is none. */
  hold(tx: Transaction, guildId: string, requestId: string): Promise<CraftingRequest | null>;
  writePledged(tx: Transaction, guildId: string, requestId: string, pledged: CraftingRequest["pledged"]): Promise<void>;
}

export type PledgeRefusal = { readonly kind: "not-found" } | { readonly kind: "not-a-member" } | { readonly kind: "ended"; readonly state: RequestState };

export interface Pledged {
  readonly request: CraftingRequest;
  /** What this person has pledged now. */
  readonly own: readonly Pledge[];
  readonly cuts: readonly Cut[];
}

export interface MaterialsActions {
  /** What the person pledges from now on, in place of what they have pledged before; nothing for who withdraws. What is more than is missing is cut. */
  pledge(call: Call, requestId: string, wanted: ReadonlyMap<string, number>): Promise<Result<Pledged, PledgeRefusal>>;
}

/** A character that something is missing for. */
export interface NeedyCharacter {
  readonly id: string;
  readonly name: string;
  readonly missing: number;
}

/** A change of somebody's pledge, as it was written down. */
export interface PledgeEvent extends Omit<PledgeChange, "locale"> {
  readonly actorId: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

export interface MaterialsReads {
  /** What holds, earliest first. */
  listPledges(guildId: string, requestId: string): Promise<readonly Pledge[]>;
  /** The latest changes of a request's pledges, newest first. */
  listEvents(guildId: string, requestId: string, limit: number): Promise<readonly PledgeEvent[]>;
  /** Each material that requesters do not bring alone, over their active requests; what is pledged whole is there too. In no order. */
  totals(guildId: string, narrowing: Narrowing): Promise<readonly MaterialTotal[]>;
  /** Those for whom most is missing first. */
  listNeedyCharacters(guildId: string, narrowing: Narrowing, limit: number): Promise<readonly NeedyCharacter[]>;
}
