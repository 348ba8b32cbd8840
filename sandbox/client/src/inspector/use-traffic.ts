import { useEffect, useReducer, useState } from "preact/hooks";
import type { TrafficNews } from "../../../protocol.ts";
import { openLine } from "../line.ts";
import type { Connection } from "../state/model.ts";
import { noTraffic, reduceTraffic, type TrafficEvent, type TrafficState } from "../state/traffic.ts";

/** A busy bot makes news a thousand times a second; nobody reads faster than this. */
const DRAWN_EVERY_MS = 60;

/** The traffic, kept up to date while this is drawn. */
export function useTraffic(): readonly [TrafficState, (event: TrafficEvent) => void, Connection] {
  const [state, dispatch] = useReducer(reduceTraffic, noTraffic);
  const [connection, setConnection] = useState<Connection>({ status: "connecting" });
  useEffect(() => {
    let fresh: TrafficNews[] = [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tell = (): void => {
      timer = undefined;
      dispatch({ type: "news", news: fresh });
      fresh = [];
    };
    const line = openLine("sandbox/traffic", {
      onText(text) {
        fresh.push(JSON.parse(text) as TrafficNews);
        timer ??= setTimeout(tell, DRAWN_EVERY_MS);
      },
      onConnection(next) {
        if (next.status === "open") {
          if (timer !== undefined) clearTimeout(timer);
          if (fresh.length > 0) tell();
          dispatch({ type: "opened" });
        }
        setConnection(next);
      },
    });
    return () => {
      clearTimeout(timer);
      line.close();
    };
  }, []);
  return [state, dispatch, connection];
}
