import type { TrafficEntry } from "../../../protocol.ts";
import { isFailure } from "./traffic-text.ts";
import { whatMade } from "./traffic-chain.ts";

export type TrafficKind = "all" | "rest" | "gateway" | "sent" | "received";
export type StatusClass = "all" | "2xx" | "4xx" | "5xx" | "failed" | "429";

/** What somebody wonders about. */
export interface About {
  readonly kind: "interaction" | "message";
  readonly id: string;
}

/** What an inspector leaves out. */
export interface TrafficFilter {
  readonly kind: TrafficKind;
  readonly status: StatusClass;
  /** A part of a route, path, event, id or body, regardless of case. */
  readonly text: string;
  readonly applicationId: string | null;
  /** Only what belongs to one interaction, or what made one message. */
  readonly about: About | null;
}

export const everything: TrafficFilter = { kind: "all", status: "all", text: "", applicationId: null, about: null };

/** The entries that pass, in their order. */
export function filterTraffic(entries: readonly TrafficEntry[], filter: TrafficFilter): readonly TrafficEntry[] {
  const { about } = filter;
  const chosen = about === null ? entries : about.kind === "message" ? whatMade(entries, about.id) : entries.filter((each) => each.interactionId === about.id);
  const text = filter.text.trim().toLowerCase();
  return chosen.filter(
    (entry) =>
      ofKind(entry, filter.kind) &&
      ofStatus(entry, filter.status) &&
      (filter.applicationId === null || entry.applicationId === filter.applicationId) &&
      (text === "" || wordsOf(entry).includes(text)),
  );
}

function ofKind(entry: TrafficEntry, kind: TrafficKind): boolean {
  if (kind === "all" || kind === entry.kind) return true;
  return entry.kind === "gateway" && entry.direction === kind;
}

function ofStatus(entry: TrafficEntry, wanted: StatusClass): boolean {
  if (wanted === "all") return true;
  if (entry.kind === "gateway") return false;
  if (wanted === "failed") return isFailure(entry);
  return wanted === "429" ? entry.status === 429 : wanted.startsWith(String(Math.floor(entry.status / 100)));
}

/** Entries never change, and bodies are long: each is made ready for the search once. */
const searched = new WeakMap<TrafficEntry, string>();

function wordsOf(entry: TrafficEntry): string {
  const known = searched.get(entry);
  if (known !== undefined) return known;
  const words = entry.kind === "rest" ? [entry.method, entry.path, entry.method, entry.route, ...entry.messageIds, entry.requestBody, entry.responseBody] : [entry.event, `op ${entry.op}`, entry.body];
  const text = [...words, entry.interactionId].join(" ").toLowerCase();
  searched.set(entry, text);
  return text;
}
