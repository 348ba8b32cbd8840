import type { DestinationStream } from "pino";

const LEVELS: Readonly<Record<number, string>> = { 20: "debug", 30: "info", 40: "warning", 50: "error", 60: "fatal" };

/** Turns the log's JSON lines into lines for a person at a terminal: when, how bad, the sentence, the facts; an error's stack below. */
export const readable = (write: (text: string) => void): DestinationStream => ({
  write(line) {
    const { level, time, msg, err, ...facts } = JSON.parse(line) as Readonly<Record<string, unknown>>;
    const told = Object.entries(facts).map(([name, value]) => ` ${name}=${typeof value === "string" ? value : JSON.stringify(value)}`);
    const at = new Date(Number(time)).toTimeString().slice(0, 8);
    const head = `${at} ${LEVELS[Number(level)] ?? String(level)}: ${String(msg)}${told.join("")}`;
    write(`${visible(head)}\n${stackOf(err).split("\n").map(visible).join("\n")}`);
  },
});

/** What comes from outside must not move the cursor, clear the screen or look like a line of its own. */
const visible = (text: string): string => text.replaceAll(/[\p{Cc}\u2028\u2029]/gu, (sign) => JSON.stringify(sign).slice(1, -1).replace(/^[^\\]$/, `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`));

function stackOf(err: unknown): string {
  if (err === undefined) return "";
  const stack: unknown = typeof err === "object" && err !== null && "stack" in err ? err.stack : err;
  return `${typeof stack === "string" ? stack : JSON.stringify(err)}\n`;
}
