import type { FaultState, OpenModal, PageEvent, Snapshot } from "../../../protocol.ts";

/** How one interaction of this person went, as the server told it. */
export interface InteractionEntry {
  readonly interactionId: string;
  readonly channelId: string;
  readonly messageId: string | null;
  readonly source: string;
  readonly state: "pending" | "answered" | "failed";
}

/** Somebody was typing at `at` (milliseconds since 1970). */
export interface TypingEntry {
  readonly channelId: string;
  readonly userId: string;
  readonly at: number;
}

/** A short notice at the page's foot. */
export interface Toast {
  readonly id: number;
  readonly text: string;
}

/** The socket to the sandbox; while it is lost, `retryAt` says when the next attempt begins. */
export type Connection =
  | { readonly status: "connecting" }
  | { readonly status: "open" }
  | { readonly status: "lost"; readonly retryAt: number };

/** Newest message that this person has read, by channel. */
export type ReadMarks = Readonly<Record<string, string>>;

/** Everything the page knows. */
export interface State {
  readonly connection: Connection;
  /** Null until the server told who and where this person is. */
  readonly snapshot: Snapshot | null;
  readonly interactions: readonly InteractionEntry[];
  /** Interactions that a modal's form sent: the form itself tells of their failure. */
  readonly sentFromModal: readonly string[];
  readonly typing: readonly TypingEntry[];
  readonly modal: OpenModal | null;
  /** What goes wrong, as it was told at `at` (milliseconds since 1970); null until it was. */
  readonly faults: (FaultState & { readonly at: number }) | null;
  readonly toasts: readonly Toast[];
  readonly readMarks: ReadMarks;
}

/** What happens in the page itself. */
export type LocalEvent =
  | { readonly type: "became"; readonly readMarks: ReadMarks }
  | { readonly type: "connection"; readonly connection: Connection }
  | { readonly type: "read"; readonly channelId: string }
  | { readonly type: "modal-sent"; readonly interactionId: string }
  | { readonly type: "modal-closed" }
  | { readonly type: "interaction-forgotten"; readonly interactionId: string }
  | { readonly type: "toast"; readonly text: string }
  | { readonly type: "toast-gone"; readonly id: number };

export type Event = PageEvent | LocalEvent;

/** Before the first word from the server. */
export const initialState: State = {
  connection: { status: "connecting" },
  snapshot: null,
  interactions: [],
  sentFromModal: [],
  typing: [],
  modal: null,
  faults: null,
  toasts: [],
  readMarks: {},
};
