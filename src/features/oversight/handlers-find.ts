import { fold } from "../../kernel/fold.ts";
import type { Call, ComponentRoute, Reply } from "../contract.ts";
import { onPress } from "../on-press.ts";
import { findButton, openSelect } from "./custom-ids.ts";
import { findView } from "./find-view.ts";
import type { Search } from "./oversight-port.ts";
import { forOfficers, lineIn, type OversightRoom, sayTo } from "./room.ts";

const PAGE_SIZE = 10;
/** It travels in the custom id of the next page. */
export const TYPED_LIMIT = 50;
const LEAST_LETTERS = 2;

export const findRoutes = (room: OversightRoom): readonly ComponentRoute[] => [
  onPress(findButton, (call, { typed, below }) => forOfficers(call, () => find(room, call, typed, below, "update"))),
  onPress(openSelect, (call, _, [requestId]) => forOfficers(call, async () => (requestId === undefined ? null : room.words.showDetails(call, requestId)))),
];

/** A request by its number or id at once, or all that matches what somebody typed. */
export async function findTyped(room: OversightRoom, call: Call, given: string): Promise<Reply> {
  const typed = given.trim();
  const number = /^#?\s*(\d{1,9})$/.exec(typed)?.[1];
  if (number !== undefined) {
    const request = await room.reads.getByNumber(call.guildId, Number(number));
    return request === null ? { kind: "refuse", sentence: sayTo(call)("refused.no-such-request", { number: Number(number) }) } : room.words.showDetails(call, request.id);
  }
  if ((await room.reads.get(call.guildId, typed)) !== null) return room.words.showDetails(call, typed);
  return find(room, call, typed, 0, "show");
}

async function find(room: OversightRoom, call: Call, given: string, below: number, kind: "show" | "update"): Promise<Reply> {
  const say = sayTo(call);
  // A custom id divides its fields by colons.
  const typed = given.replaceAll(":", " ").slice(0, TYPED_LIMIT).trim();
  const wanted = searchIn(typed);
  if (wanted.personId === null && wanted.words.join("").length < LEAST_LETTERS) return { kind: "refuse", sentence: say("refused.nothing-to-search") };
  const { items, next } = await room.search.search(call.guildId, wanted, below === 0 ? null : below, PAGE_SIZE);
  const view = findView(say, { typed, below, lines: items.map(lineIn(room, call)), next });
  return kind === "show" ? { kind, view, isForServer: true } : { kind, view };
}

/** People are named by mention or by id; the rest are words. */
function searchIn(typed: string): Search {
  const parts = typed.split(/\s+/).filter((part) => part !== "");
  const ids = parts.flatMap((part) => /^(?:<@!?)?(\d{17,20})>?$/.exec(part)?.[1] ?? []);
  const words = parts.filter((part) => !/^(?:<@!?)?\d{17,20}>?$/.test(part)).map(fold).filter((word) => word !== "");
  return { words, personId: ids[0] ?? null };
}
