import { createContext } from "preact";
import { useContext } from "preact/hooks";

/** The inspector beside the page. */
export interface Inspecting {
  readonly open: boolean;
  /** Opens it, with `messageId` at what made that message. */
  readonly show: (messageId: string | null) => void;
  readonly close: () => void;
}

export const InspectContext = createContext<Inspecting>({ open: false, show: () => undefined, close: () => undefined });

export const useInspect = (): Inspecting => useContext(InspectContext);
