import type { ReadMarks } from "./state/model.ts";

const WELCOMED = "sandbox.welcomed";
const marksKey = (personId: string): string => `sandbox.read.${personId}`;

/** What this person had read when the browser last saw them; empty where the browser keeps nothing. */
export function loadReadMarks(personId: string): ReadMarks {
  try {
    const kept: unknown = JSON.parse(read(marksKey(personId)) ?? "{}");
    if (typeof kept !== "object" || kept === null) return {};
    return Object.fromEntries(Object.entries(kept).filter((entry): entry is [string, string] => typeof entry[1] === "string"));
  } catch {
    return {};
  }
}

export function saveReadMarks(personId: string, marks: ReadMarks): void {
  write(marksKey(personId), JSON.stringify(marks));
}

/** Whether the welcome was closed in this browser. */
export function wasWelcomed(): boolean {
  return read(WELCOMED) === "yes";
}

export function rememberWelcomed(): void {
  write(WELCOMED, "yes");
}

function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    // A browser that keeps nothing for this page: as on a first visit.
    return null;
  }
}

function write(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // As above: nothing that the page needs depends on it.
  }
}
