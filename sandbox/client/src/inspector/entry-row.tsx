import type { JSX } from "preact";
import type { TrafficEntry } from "../../../protocol.ts";
import { sizeText } from "../media-address.ts";
import { clockText, isClose, isFailure, nameOf, sizeOf, tookText } from "../state/traffic-text.ts";
import { BucketBar } from "./bucket-bar.tsx";

interface Props {
  readonly id: string;
  readonly entry: TrafficEntry;
  readonly top: number;
  readonly position: number;
  readonly count: number;
  readonly chosen: boolean;
  readonly onChoose: () => void;
}

/** One entry in a line. */
export function EntryRow({ id, entry, top, position, count, chosen, onChoose }: Props): JSX.Element {
  const isRest = entry.kind === "rest";
  return (
    <div
      id={id}
      class={(isRest ? isFailure(entry) : isClose(entry.event)) ? "entry refused" : "entry"}
      role="option"
      aria-selected={chosen}
      aria-setsize={count}
      aria-posinset={position}
      style={{ top: `${top}px` }}
      onClick={onChoose}
    >
      <time class="entry-time">{clockText(entry.at)}</time>
      {isRest ? <span class={`entry-kind ${entry.method.toLowerCase()}`}>{entry.method}</span> : <span class={`entry-kind ${entry.direction}`}>{entry.direction === "sent" ? "to bot" : "from bot"}</span>}
      <span class="entry-name" title={isRest ? entry.path : undefined}>{nameOf(entry)}</span>
      <span class={isRest ? `entry-status s${Math.floor(entry.status / 100)}` : "entry-status"}>{isRest ? (entry.status === 0 ? "none" : entry.status) : ""}</span>
      <span class="entry-bucket">{isRest && entry.bucket !== null ? <BucketBar bucket={entry.bucket} /> : null}</span>
      <span class="entry-took">{isRest ? tookText(entry.tookMs) : ""}</span>
      <span class="entry-size">{sizeText(sizeOf(entry))}</span>
    </div>
  );
}
