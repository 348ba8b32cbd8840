import type { APIModalInteractionResponseCallbackData } from "discord-api-types/v10";
import type { Translate, TextKey } from "../../kernel/texts.ts";
import type { View } from "../contract.ts";
import { type Notice, noticeColour, noticeParts } from "../notice.ts";
import { pageOf } from "../paging.ts";
import { ago } from "../phrases.ts";
import { button, card, COLOURS, labelled, LIMITS, modal, option, plain, row, stringSelect, text, textInput } from "../view-kit.ts";
import { type Character, CHARACTER_LIMIT, NAME_LENGTH } from "./character.ts";
import { addButton, addModal, chooseSelect, deleteButton, deleteNowButton, listButton, mainButton, renameButton, renameModal } from "./custom-ids.ts";
import type { characterTexts } from "./texts.ts";

export type Say = Translate<TextKey<typeof characterTexts.en>>;

/** The only part of the name's modals. */
export const NAME_FIELD = "name";

/** A person's characters, main first, 25 a page; `page` beyond the last shows the last. */
export function listView(say: Say, characters: readonly Character[], page: number, notice?: Notice): View {
  if (characters.length === 0)
    return card(noticeColour(notice), ...noticeParts(notice), text(`### ⚔️ ${say("title")}`), text(say("empty")), row(button("success", say("add"), addButton.encode({}), { emoji: "➕" })));

  const { items: onPage, page: shown, pageCount: pages } = pageOf(characters, page, LIMITS.options);
  const counted = [say("count", { count: characters.length, limit: CHARACTER_LIMIT }), ...(pages > 1 ? [say("page", { page: shown + 1, pages })] : [])].join(" · ");
  return card(
    noticeColour(notice),
    ...noticeParts(notice),
    text(`### ⚔️ ${say("title")}`),
    text(onPage.map((character) => lineOf(say, character)).join("\n")),
    text(`-# ${characters.length === 1 ? say("alone") : say("mainHint")} ${counted}`),
    row(
      stringSelect(
        chooseSelect.encode({ page: shown }),
        onPage.map((character) => option(character.name, character.id, character.isMain ? { emoji: "⭐", description: say("main") } : {})),
        { hint: say("choose") },
      ),
    ),
    row(
      button("success", say("add"), addButton.encode({}), { emoji: "➕", disabled: characters.length >= CHARACTER_LIMIT }),
      ...(shown > 0 ? [button("secondary", say("previous"), listButton.encode({ page: shown - 1 }), { emoji: "◀️" })] : []),
      ...(shown < pages - 1 ? [button("secondary", say("next"), listButton.encode({ page: shown + 1 }), { emoji: "▶️" })] : []),
    ),
  );
}

const lineOf = (say: Say, { name, isMain }: Character): string => (isMain ? `⭐ **${plain(name)}** · ${say("main")}` : `▫️ ${plain(name)}`);

/** One character and what can be done with it. */
export function characterView(say: Say, character: Character, activeRequests: number, notice?: Notice): View {
  const { id: characterId, name, isMain, createdAt } = character;
  const facts = [
    ...(isMain ? [say("isMain")] : []),
    activeRequests > 0 ? say("active", { count: activeRequests }) : say("noneActive"),
    say("added", { when: ago(createdAt) }),
  ];
  return card(
    noticeColour(notice),
    ...noticeParts(notice),
    text(`### ${isMain ? "⭐" : "⚔️"} ${plain(name)}`),
    text(`-# ${facts.join(" · ")}`),
    row(
      button("primary", say("rename"), renameButton.encode({ characterId }), { emoji: "✏️" }),
      button("secondary", say("makeMain"), mainButton.encode({ characterId }), { emoji: "⭐", disabled: isMain }),
      button("danger", say("delete"), deleteButton.encode({ characterId }), { emoji: "🗑️" }),
      button("secondary", say("back"), listButton.encode({ page: 0 }), { emoji: "◀️" }),
    ),
  );
}

/** Asks before a character is deleted, with what goes with it. */
export function deleteView(say: Say, { id: characterId, name }: Character, activeRequests: number, notice?: Notice): View {
  return card(
    COLOURS.bad,
    ...noticeParts(notice),
    text(`### 🗑️ ${say("deleteTitle", { name: plain(name) })}`),
    text(activeRequests > 0 ? say("deleteCancels", { count: activeRequests }) : say("deleteFree")),
    row(
      button("danger", say("deleteNow", { name }), deleteNowButton.encode({ characterId, told: activeRequests }), { emoji: "🗑️" }),
      button("secondary", say("keep"), listButton.encode({ page: 0 })),
    ),
  );
}

export const addForm = (say: Say): APIModalInteractionResponseCallbackData => modal(addModal.encode({}), say("addTitle"), nameInput(say));

export const renameForm = (say: Say, { id, name }: Character): APIModalInteractionResponseCallbackData =>
  modal(renameModal.encode({ characterId: id }), say("renameTitle", { name }), nameInput(say, name));

const nameInput = (say: Say, value = "") =>
  labelled(say("nameLabel"), textInput(NAME_FIELD, { ...NAME_LENGTH, value, hint: say("nameHint") }), say("nameDescription"));
