import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Place } from "./state/look-up.ts";

/** The channel that is shown, for whatever is drawn inside of it. */
export const PlaceContext = createContext<Place | null>(null);

export function usePlace(): Place {
  const place = useContext(PlaceContext);
  if (place === null) throw new Error("usePlace outside of a channel");
  return place;
}
