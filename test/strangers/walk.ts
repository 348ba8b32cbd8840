import { ApplicationCommandType, ComponentType } from "discord-api-types/v10";
import { prefixOf } from "../../src/kernel/custom-id.ts";
import { deleteNowButton } from "../../src/features/characters/custom-ids.ts";
import { resetButton } from "../../src/features/guild-settings/custom-ids.ts";
import { pledgeButton } from "../../src/features/materials/custom-ids.ts";
import { bundleButton } from "../../src/features/notifications/custom-ids.ts";
import { categorySelect, professionButton, quantityModal, searchModal } from "../../src/features/new-request/custom-ids.ts";
import { exportButton } from "../../src/features/export/custom-ids.ts";
import { withdrawButton } from "../../src/features/materials/view-ids.ts";
import { undoButton as undoSelected } from "../../src/features/queue/view-ids.ts";
import { assignSelect, countModal, denyModal, reopenModal } from "../../src/features/requests/view-ids.ts";
import { PANEL_ACTIONS, panelButton } from "../../src/features/panel/custom-ids.ts";
import { claimButton, detailsButton, hereButton, receiveButton, renewButton, undoButton } from "../../src/features/requests/custom-ids.ts";
import { type Deed, HOME, PEOPLE, type WholeDesk, type Who } from "./whole-desk.ts";

/** A button, select or modal that somebody was really shown, and how they would use it. */
export type Genuine = Extract<Deed, { readonly kind: "press" | "submit" }>;

/** How many of one route and meaning each person is to try. */
const OF_EACH = 1;

/** By the part of a form. */
const TYPED: Readonly<Record<string, string>> = { "character-name": "Mira", name: "Mira", date: "in 3 days", note: "for the raid", reason: "we have too little dust", search: "weapon", zone: "Europe/Berlin", from: "22:00", to: "7:00" };

const LAST: ReadonlySet<string> = new Set([resetButton.prefix, deleteNowButton.prefix]);

/** Slash commands alone and with options, and those of the "Apps" menu on what somebody wrote. */
function commandsOf(desk: WholeDesk): readonly Deed[] {
  const message = { id: "8", content: "Runecloth Bag or Fine Thread, please", author: { id: PEOPLE.requester.userId } };
  const targets = { [ApplicationCommandType.User]: { target_id: PEOPLE.requester.userId, resolved: { users: { [PEOPLE.requester.userId]: { bot: false } } } }, [ApplicationCommandType.Message]: { target_id: message.id, resolved: { messages: { [message.id]: message } } } };
  const alone = desk.features.flatMap(({ commands = [] }) => commands).map(({ data }): Deed => {
    const type = data.type ?? ApplicationCommandType.ChatInput;
    return { kind: "run", name: data.name, type, options: [], more: type === ApplicationCommandType.User || type === ApplicationCommandType.Message ? targets[type] : {} };
  });
  return [...alone, run("request", { item: "weapon", quantity: 2 }), run("status", { request: "#1" })];
}

export function run(name: string, options: Readonly<Record<string, unknown>> = {}): Deed {
  return { kind: "run", name, type: ApplicationCommandType.ChatInput, options: Object.entries(options).map(([key, value]) => ({ name: key, type: typeof value === "number" ? 4 : 3, value })) };
}

export const nameOf = ({ kind, customId }: Pick<Genuine, "kind" | "customId">): string => `${kind} ${prefixOf(customId)}`;

/** A custom id without what it is about: ids, versions, pages. */
const meaningOf = (customId: string): string => customId.replaceAll(/:[0-9a-z]{17,20}(?=:|$)|:\d+(?=:|$)/g, ":");

/** Requests in several states, then everything that officer, crafter and requester are shown, each tried before it is really used. */
export async function walk(desk: WholeDesk, before: (who: Who, genuine: Genuine) => Promise<void>): Promise<void> {
  const waiting: { who: Who; genuine: Genuine }[] = [];
  const tried = new Map<string, number>();
  const seen = new Set<string>();
  const offer = (who: Who, answer: object | null): void => {
    for (const genuine of offered(answer)) {
      const key = `${who.userId} ${genuine.kind} ${meaningOf(genuine.customId)}`;
      const known = `${who.userId} ${genuine.kind} ${genuine.customId}`;
      const count = tried.get(key) ?? 0;
      if (count >= OF_EACH || seen.has(known)) continue;
      seen.add(known);
      tried.set(key, count + 1);
      waiting.push({ who, genuine });
    }
  };
  for (const who of [PEOPLE.crafter, PEOPLE.officer, PEOPLE.requester]) {
    for (const source of ["all", "guild", "guild"]) for (const item of ["crusader", "fiery", "boots", "bag", "thread"]) offer(who, await request(desk, item, { source }));
    await request(desk, "bag", { source: "guild", "character-name": "Brann" }, PEOPLE.crafter);
    for (const command of commandsOf(desk)) offer(who, (await desk.do(who, command)).answer);
    for (const genuine of await publicIds(desk)) waiting.push({ who, genuine });
    for (let next = takeNext(waiting); next; next = takeNext(waiting)) {
      await before(next.who, next.genuine);
      offer(next.who, (await desk.do(next.who, next.genuine)).answer);
    }
    for (const genuine of await rarelyShown(desk, who)) {
      await before(who, genuine);
      await desk.do(who, genuine);
    }
  }
}

/** What ends what all the rest needs comes last. */
function takeNext<T extends { readonly genuine: Genuine }>(waiting: T[]): T | undefined {
  const at = waiting.findIndex(({ genuine }) => !LAST.has(prefixOf(genuine.customId)));
  return at < 0 ? waiting.shift() : waiting.splice(at, 1)[0];
}

/** The buttons of messages that the outbox sends: panel, cards and news. */
async function publicIds(desk: WholeDesk): Promise<readonly Genuine[]> {
  const rows = await desk.store.read.selectFrom("requests").select(["id", "version"]).where("state", "in", ["open", "claimed", "completed"]).limit(4).execute();
  const ids = rows.flatMap(({ id, version }) => {
    const address = { guildId: HOME, requestId: id, mark: "mark" };
    return [detailsButton.encode(address), claimButton.encode(address), pledgeButton.encode({ ...address, from: "card" }), renewButton.encode(address), receiveButton.encode(address), hereButton.encode(address), undoButton.encode({ ...address, version })];
  });
  const others = [bundleButton.encode({ guildId: HOME, mark: "mark" }), ...PANEL_ACTIONS.map((action) => panelButton.encode({ action, mark: "" }))];
  return [...ids, ...others].map((customId) => press(customId));
}

/** What no short walk leads to, as it would be shown to this person about what there is now. */
async function rarelyShown(desk: WholeDesk, { userId }: Who): Promise<readonly Genuine[]> {
  const { read } = desk.store;
  const address = { guildId: HOME };
  const draft = await read.selectFrom("request_drafts").select(["id", "version"]).where("user_id", "=", userId).orderBy("id", "desc").limit(1).executeTakeFirst();
  const selection = await read.selectFrom("queue_selections").select("id").where("user_id", "=", userId).orderBy("id", "desc").limit(1).executeTakeFirst();
  const requests = await read.selectFrom("requests").select(["id", "version"]).orderBy("changed_at", "desc").limit(2).execute();
  const at = draft && { draftId: draft.id, version: draft.version };
  return [
    ...(at ? [press(professionButton.encode({ ...at, profession: "enchanting" })), press(categorySelect.encode(at), "Weapon"), submit(searchModal.encode(at), { search: "weapon" }), submit(quantityModal.encode(at), { quantity: "2" })] : []),
    ...(selection ? [press(undoSelected.encode({ selectionId: selection.id }))] : []),
    press(exportButton.encode({ state: "every", profession: "", days: 0 })),
    ...requests.flatMap(({ id, version }) => {
      const target = { ...address, requestId: id, version };
      return [press(assignSelect.encode(target), PEOPLE.crafter.userId), submit(countModal.encode(target), { count: "1" }), submit(denyModal.encode(target), { reason: "no dust" }), submit(reopenModal.encode(target), { count: "1", reason: "again" }), press(withdrawButton.encode({ ...address, requestId: id }))];
    }),
  ];
}

const press = (customId: string, ...values: readonly string[]): Genuine => ({ kind: "press", customId, values });
const submit = (customId: string, fields: Readonly<Record<string, string>>): Genuine => ({ kind: "submit", customId, fields });

/** Somebody asks for this. */
export async function request(desk: WholeDesk, item: string, fields: Readonly<Record<string, string>> = {}, who: Who = PEOPLE.requester): Promise<object | null> {
  const form = offered((await desk.do(who, run("request", { item, quantity: 3 }))).answer).find(({ kind }) => kind === "submit");
  if (form?.kind !== "submit") throw new Error(`no form for ${item}`);
  return (await desk.do(who, { ...form, fields: { ...form.fields, ...fields } })).answer;
}

/** What can be pressed or sent in an answer. */
export function offered(answer: object | null): readonly Genuine[] {
  if (answer === null) return [];
  const all = objects(answer);
  const form = all.find((one) => typeof one["title"] === "string" && typeof one["custom_id"] === "string");
  const parts = all.filter((one) => typeof one["custom_id"] === "string" && typeof one["type"] === "number");
  if (form) return [{ kind: "submit", customId: String(form["custom_id"]), fields: Object.fromEntries(parts.map((part) => [String(part["custom_id"]), filled(part)])) }];
  return parts.map((part) => ({ kind: "press", customId: String(part["custom_id"]), values: chosen(part) }));
}

function filled(part: Readonly<Record<string, unknown>>): unknown {
  if (part["type"] !== ComponentType.TextInput) return part["type"] === ComponentType.RadioGroup ? chosen(part)[0] : chosen(part);
  if (typeof part["value"] === "string") return part["value"];
  return TYPED[String(part["custom_id"])] ?? "2";
}

function chosen(part: Readonly<Record<string, unknown>>): readonly string[] {
  const already = objects(part["default_values"]).flatMap(({ id }) => (typeof id === "string" ? [id] : []));
  if (already.length > 0) return already;
  switch (part["type"]) {
    case ComponentType.Button:
      return [];
    case ComponentType.UserSelect:
      return [PEOPLE.crafter.userId];
    case ComponentType.RoleSelect:
      return ["500000000000000001"];
    case ComponentType.ChannelSelect:
      return ["600000000000000001"];
    default:
      return objects(part["options"]).flatMap(({ value }) => (typeof value === "string" ? [value] : [])).slice(0, 1);
  }
}

function objects(value: unknown): Record<string, unknown>[] {
  if (Array.isArray(value)) return value.flatMap(objects);
  if (typeof value !== "object" || value === null) return [];
  const own = Object.fromEntries(Object.entries(value));
  return [own, ...Object.values(own).flatMap(objects)];
}
