import type { Call, ComponentRoute, ModalRoute, Reply } from "../contract.ts";
import { parseAmounts, type AmountProblem } from "../../kernel/typed-amounts.ts";
import { inline } from "../phrases.ts";
import { onPressAnywhere, onSubmitAnywhere } from "../on-press.ts";
import { type CraftingRequest, isActive } from "../requests/request.ts";
import { plain, shorten } from "../view-kit.ts";
import { materialsButton, pledgeButton } from "./custom-ids.ts";
import { pledgeForm } from "./modals.ts";
import type { PledgeRefusal } from "./materials-port.ts";
import { MATERIAL_LIMIT, pledgeNotice, requestMaterialsView } from "./request-view.ts";
import type { MaterialsRoom } from "./room.ts";
import { materialsTexts, type Say } from "./texts.ts";
import { AMOUNTS, pledgeModal, withdrawButton } from "./view-ids.ts";

const EVENTS_SHOWN = 5;
const PROBLEMS_SHOWN = 5;
const TYPED_LIMIT = 60;
const NAMES_LIMIT = 600;

export const pledgeRoutes = (room: MaterialsRoom): readonly ComponentRoute[] => [
  onPressAnywhere(materialsButton, (call, { requestId }) => showMaterials(room, call, requestId, "page")),
  onPressAnywhere(pledgeButton, (call, { requestId, from }) => askForPledge(room, call, requestId, from)),
  onPressAnywhere(withdrawButton, (call, { requestId }) => pledge(room, call, requestId, new Map(), "page")),
];

export const pledgeModals = (room: MaterialsRoom): readonly ModalRoute[] => [
  onSubmitAnywhere(pledgeModal, async (call, { requestId, from }, fields) => {
    const say = call.translator.in(materialsTexts);
    const request = await room.requests.get(call.guildId, requestId);
    if (!request) return refused(say, { kind: "not-found" });
    const names = request.materials.map(({ name }) => name);
    const read = parseAmounts(fields.text(AMOUNTS), names);
    if (!read.ok) return { kind: "refuse", sentence: problemsText(say, read.error, names) };
    return pledge(room, call, requestId, new Map(read.value.map(({ name, amount }) => [name, amount])), from);
  }),
];

async function askForPledge(room: MaterialsRoom, call: Call, requestId: string, from: "card" | "page"): Promise<Reply> {
  const say = call.translator.in(materialsTexts);
  const request = await room.requests.get(call.guildId, requestId);
  if (!request) return refused(say, { kind: "not-found" });
  if (!isActive(request)) return refused(say, { kind: "ended", state: request.state });
  if (!call.rights.isMember) return refused(say, { kind: "not-a-member" });
  const modal = pledgeForm(say, request, await room.reads.listPledges(call.guildId, requestId), call.userId, from);
  return modal ? { kind: "modal", modal } : { kind: "refuse", sentence: say("refused.nothing-missing") };
}

async function pledge(room: MaterialsRoom, call: Call, requestId: string, wanted: ReadonlyMap<string, number>, from: "card" | "page"): Promise<Reply> {
  const say = call.translator.in(materialsTexts);
  const outcome = await room.actions.pledge(call, requestId, wanted);
  if (!outcome.ok) return refused(say, outcome.error);
  const { request, own, cuts } = outcome.value;
  return materialsOf(room, call, request, from, pledgeNotice(say, own, cuts));
}

async function showMaterials(room: MaterialsRoom, call: Call, requestId: string, from: "card" | "page"): Promise<Reply> {
  const request = await room.requests.get(call.guildId, requestId);
  if (!request) return refused(call.translator.in(materialsTexts), { kind: "not-found" });
  return materialsOf(room, call, request, from);
}

/** A card is everybody's, so that the answer to a press there is a message of its own. */
async function materialsOf({ reads }: MaterialsRoom, call: Call, request: CraftingRequest, from: "card" | "page", notice?: string): Promise<Reply> {
  const [pledges, events] = await Promise.all([reads.listPledges(call.guildId, request.id), reads.listEvents(call.guildId, request.id, EVENTS_SHOWN)]);
  const view = requestMaterialsView(call.translator.in(materialsTexts), call.userId, request, { pledges, events }, from, notice);
  return { kind: from === "card" ? "show" : "update", view };
}

function refused(say: Say, refusal: PledgeRefusal): Reply {
  return { kind: "refuse", sentence: refusal.kind === "ended" ? say("refused.ended", { state: say(`word.${refusal.state}`) }) : say(`refused.${refusal.kind}`) };
}

function problemsText(say: Say, problems: readonly AmountProblem[], names: readonly string[]): string {
  const materials = shorten(names.join(", "), NAMES_LIMIT);
  const lines = problems.slice(0, PROBLEMS_SHOWN).map(({ kind, line }) => say(`refused.${kind}`, { line: inline(line, TYPED_LIMIT), materials: plain(materials), material: shorten(names[0] ?? "", MATERIAL_LIMIT) }));
  return [say("refused.heading"), ...lines].join("\n");
}
