import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { PageAction, PageActions, Snapshot } from "../../protocol.ts";
import type { Answer } from "./actions.ts";
import type { Event, State } from "./state/model.ts";

/** What every part of the page may use. */
export interface Page {
  readonly state: State;
  readonly snapshot: Snapshot;
  readonly dispatch: (event: Event) => void;
  /** Asks the sandbox; a refusal is also shown as a notice. */
  readonly act: <A extends PageAction>(action: A, body: PageActions[A]["body"]) => Promise<Answer<PageActions[A]["reply"]>>;
  readonly openChannel: (channelId: string) => void;
  readonly become: (personId: string) => void;
  /** The address of this page as somebody else, or at another channel. */
  readonly linkTo: (personId: string, channelId: string | null) => string;
}

export const PageContext = createContext<Page | null>(null);

/** The page, inside of {@link PageContext}'s provider. */
export function usePage(): Page {
  const page = useContext(PageContext);
  if (page === null) throw new Error("usePage outside of the page");
  return page;
}
