import { err, type Result } from "../../kernel/result.ts";
import type { Call, Reply } from "../contract.ts";
import type { Notice } from "../notice.ts";
import { anyOf, inline, role } from "../phrases.ts";
import { plain } from "../view-kit.ts";
import { type AddRefusal, type Character, CHARACTER_LIMIT, type OwnRefusal } from "./character.ts";
import { forbiddenSigns } from "./character-name.ts";
import type { ActiveRequests, CharacterReads } from "./character-port.ts";
import type { CharacterService } from "./service.ts";
import { characterTexts, refusalKeys } from "./texts.ts";
import { addForm, characterView, deleteView, listView, renameForm, type Say } from "./views.ts";

export interface CharacterDeps {
  readonly service: CharacterService;
  readonly reads: CharacterReads;
  readonly activeRequests: ActiveRequests;
}

type Refusal = AddRefusal | OwnRefusal;

/** What people do in the message of `/characters`; each gives the message as it is then. */
export function characterHandlers({ service, reads, activeRequests }: CharacterDeps) {
  async function list(call: Call, kind: "show" | "update", page = 0, notice?: Notice): Promise<Showing> {
    return { kind, view: listView(sayTo(call), await reads.list(call.guildId, call.userId), page, notice) };
  }

  const listAfter = (call: Call, refusal: Refusal, typed = ""): Promise<Reply> =>
    refusal === "not-a-member" ? Promise.resolve(refuse(call, refusal)) : list(call, "update", 0, { tone: "bad", sentence: sentenceOf(call, refusal, typed) });

  async function one(call: Call, character: Character, notice?: Notice): Promise<Reply> {
    const active = await activeRequests.countActiveRequests(call.guildId, character.id);
    return { kind: "update", view: characterView(sayTo(call), character, active, notice) };
  }

  async function findOwn(call: Call, characterId: string): Promise<Result<Character, OwnRefusal>> {
    const character = await reads.get(call.guildId, characterId);
    return character?.userId === call.userId ? { ok: true, value: character } : err("not-yours");
  }

  const withOwn = (call: Call, characterId: string, answer: (character: Character) => Promise<Reply>): Promise<Reply> =>
    forMembers(call, async () => {
      const own = await findOwn(call, characterId);
      return own.ok ? answer(own.value) : listAfter(call, own.error);
    });

  async function askDelete(call: Call, character: Character, notice?: Notice): Promise<Reply> {
    const active = await activeRequests.countActiveRequests(call.guildId, character.id);
    return { kind: "update", view: deleteView(sayTo(call), character, active, notice), stay: "submenu" };
  }

  return {
    /** The list as a new message. */
    show: (call: Call) => forMembers(call, () => list(call, "show")),
    turnTo: (call: Call, page: number) => forMembers(call, () => list(call, "update", page)),
    choose: (call: Call, characterId: string) => withOwn(call, characterId, (character) => one(call, character)),

    askName: (call: Call) => forMembers(call, () => Promise.resolve({ kind: "modal", modal: addForm(sayTo(call)) })),
    askNewName: (call: Call, characterId: string) =>
      withOwn(call, characterId, (character) => Promise.resolve({ kind: "modal", modal: renameForm(sayTo(call), character) })),

    async add(call: Call, typed: string): Promise<Reply> {
      const added = await service.add(call, typed);
      if (!added.ok) return listAfter(call, added.error, typed);
      const { name, isMain } = added.value;
      return confirmed(await list(call, "update", 0, good(sayTo(call)(isMain ? "didAddMain" : "didAdd", { name: plain(name) }))));
    },

    async rename(call: Call, characterId: string, typed: string): Promise<Reply> {
      const renamed = await service.rename(call, characterId, typed);
      if (!renamed.ok) return listAfter(call, renamed.error, typed);
      return one(call, renamed.value, good(sayTo(call)("didRename", { name: plain(renamed.value.name) })));
    },

    async makeMain(call: Call, characterId: string): Promise<Reply> {
      const made = await service.makeMain(call, characterId);
      if (!made.ok) return listAfter(call, made.error);
      return one(call, made.value, good(sayTo(call)("didMakeMain", { name: plain(made.value.name) })));
    },

    askDelete: (call: Call, characterId: string) => withOwn(call, characterId, (character) => askDelete(call, character)),

    /** Asks again when more would be cancelled than the person was told of. */
    remove: (call: Call, characterId: string, told: number) =>
      withOwn(call, characterId, async (character) => {
        const say = sayTo(call);
        const removed = await service.remove(call, characterId, told);
        if (!removed.ok) return removed.error === "more-to-cancel" ? askDelete(call, character, { tone: "bad", sentence: say("deleteMore") }) : listAfter(call, removed.error);
        const { newMain, cancelled } = removed.value;
        const name = plain(removed.value.character.name);
        const done = cancelled > 0 ? say("didDeleteCancelling", { name, count: cancelled }) : say("didDelete", { name });
        const main = newMain ? ` ${say("newMain", { name: plain(newMain.name) })}` : "";
        return confirmed(await list(call, "update", 0, good(done + main)));
      }),
  };
}

const sayTo = (call: Call): Say => call.translator.in(characterTexts);
type Showing = Extract<Reply, { kind: "show" | "update" }>;
const confirmed = (reply: Showing): Reply => ({ ...reply, stay: "characterConfirmation" });
const good = (sentence: string): Notice => ({ tone: "good", sentence });
const refuse = (call: Call, refusal: Refusal): Reply => ({ kind: "refuse", sentence: sentenceOf(call, refusal) });

/** Runs for members; for others, names the roles that make one. */
const forMembers = (call: Call, answer: () => Promise<Reply>): Promise<Reply> =>
  call.rights.isMember ? answer() : Promise.resolve(refuse(call, "not-a-member"));

const TYPED_LIMIT = 60;

function sentenceOf(call: Call, refusal: Refusal, typed = ""): string {
  const roles = call.settings.roles.member.map(role);
  return call.translator.in(characterTexts)(refusalKeys[refusal], {
    typed: inline(typed, TYPED_LIMIT),
    signs: plain(forbiddenSigns(typed).join(" ")),
    length: Array.from(typed.trim()).length,
    limit: CHARACTER_LIMIT,
    roles: anyOf(call.translator.languageOf(characterTexts, refusalKeys[refusal]), roles),
  });
}
