import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { About } from "./state/traffic-filter.ts";

/** The inspector beside the page. */
export interface Inspecting {
  readonly open: boolean;
  /** Opens it, at what made a message or at what there was of an interaction; null for everything. */
  readonly show: (about: About | null) => void;
  readonly close: () => void;
}

export const InspectContext = createContext<Inspecting>({ open: false, show: () => undefined, close: () => undefined });

export const useInspect = (): Inspecting => useContext(InspectContext);
