import type { Call, ComponentRoute, Reply } from "../contract.ts";
import type { Notice } from "../notice.ts";
import { onPress } from "../on-press.ts";
import { person } from "../phrases.ts";
import { crafterButton, crafterSelect, type Part, professionButton, professionSelect, reassignSelect } from "./custom-ids.ts";
import { crafterView, CRAFTERS_PAGE_SIZE, craftersView } from "./crafters-view.ts";
import type { CrafterLoad } from "./oversight-port.ts";
import { professionsView, professionView } from "./professions-view.ts";
import { forOfficers, linesOf, nameIn, type OversightRoom, sayTo } from "./room.ts";

const PAGE_SIZE = 10;
/** So many are given to somebody else at once; who has more is rare, and the rest takes one more choice. */
const REASSIGNED_AT_ONCE = 100;

/** Also one of a pack that is in use no more, whose requests are still there. */
const isId = (profession: string): boolean => /^[a-z0-9-]+$/.test(profession);

/** What leads to one profession or one crafter, and gives what one crafter has to another. */
export const loadRoutes = (room: OversightRoom): readonly ComponentRoute[] => [
  onPress(professionSelect, (call, _, [profession]) => forOfficers(call, async () => (profession === undefined || !isId(profession) ? null : showProfession(room, call, profession, "open", 0)))),
  onPress(professionButton, (call, { profession, part, page }) => forOfficers(call, () => showProfession(room, call, profession, part, page))),
  onPress(crafterSelect, (call, _, [userId]) => forOfficers(call, async () => (userId === undefined ? null : showCrafter(room, call, userId, 0)))),
  onPress(crafterButton, (call, { userId, page }) => forOfficers(call, () => showCrafter(room, call, userId, page))),
  onPress(reassignSelect, (call, { userId }, [to]) => forOfficers(call, async () => (to === undefined ? null : reassign(room, call, userId, to)))),
];

export async function showProfessions(room: OversightRoom, call: Call, page: number): Promise<Reply> {
  return { kind: "update", view: professionsView(sayTo(call), await room.workload.listProfessions(call.guildId), nameIn(room, call), page) };
}

export async function showCrafters({ workload, audit }: OversightRoom, call: Call, page: number): Promise<Reply> {
  const loads = await workload.listCrafters(call.guildId, page, CRAFTERS_PAGE_SIZE);
  const [taken, last] = await Promise.all([audit.lastTaken(call.guildId, loads.items.flatMap(({ requestIds }) => requestIds)), audit.lastActs(call.guildId, loads.items.map(({ crafterId }) => crafterId))]);
  const busy = ({ crafterId, requestIds, left }: CrafterLoad) => {
    const times = requestIds.flatMap((id) => taken.get(id) ?? []);
    return { crafterId, count: requestIds.length, left, since: times.length === 0 ? null : Math.min(...times), last: last.get(crafterId) ?? null };
  };
  return { kind: "update", view: craftersView(sayTo(call), { ...loads, items: loads.items.map(busy) }) };
}

async function showProfession(room: OversightRoom, call: Call, profession: string, part: Part, page: number): Promise<Reply> {
  const { guildId, userId } = call;
  const lists = room.lists(call.settings);
  const requests = part === "open" ? await lists.listQueue(guildId, userId, [profession], page, PAGE_SIZE, { only: "open" }) : await lists.listClaimed(guildId, page, PAGE_SIZE, profession);
  return { kind: "update", view: professionView(sayTo(call), { profession, name: nameIn(room, call)(profession), part, page: linesOf(room, call, requests) }) };
}

async function showCrafter(room: OversightRoom, call: Call, userId: string, page: number, notice?: Notice): Promise<Reply> {
  const requests = await room.lists(call.settings).listQueue(call.guildId, userId, [], page, PAGE_SIZE, { only: "mine" });
  return { kind: "update", view: crafterView(sayTo(call), userId, linesOf(room, call, requests), notice) };
}

/** Somebody is on holiday: all that they have goes to another, as far as that one may craft it. */
async function reassign(room: OversightRoom, call: Call, from: string, to: string): Promise<Reply> {
  const say = sayTo(call);
  const crafter = person(to);
  if (from === to) return showCrafter(room, call, from, 0, { tone: "bad", sentence: say("reassign.same", { crafter }) });
  const { items } = await room.reads.listQueue(call.guildId, from, [], 0, REASSIGNED_AT_ONCE, { only: "mine" });
  const results = await room.actions.actMany(call, items.map(({ id, version }) => ({ requestId: id, version, action: { kind: "assign", crafterId: to } })));
  const done = results.filter(({ ok }) => ok).length;
  const left = results.length - done;
  const sentences = [...(done === 0 ? [] : [say("reassigned", { count: done, crafter })]), ...(left === 0 ? [] : [say("not-reassigned", { count: left, crafter })])];
  const notice: Notice | undefined = sentences.length === 0 ? undefined : { tone: left === 0 ? "good" : "bad", sentence: sentences.join(" ") };
  return showCrafter(room, call, from, 0, notice);
}
