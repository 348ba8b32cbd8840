import type { Call, Feature, Reply } from "../contract.ts";
import { onPress, onSubmit } from "../on-press.ts";
import { slashCommand } from "../slash-command.ts";
import {
  addButton,
  addModal,
  chooseSelect,
  deleteButton,
  deleteNowButton,
  listButton,
  mainButton,
  renameButton,
  renameModal,
} from "./custom-ids.ts";
import { type CharacterDeps, characterHandlers } from "./handlers.ts";
import { characterMigrations } from "./tables.ts";
import { characterTexts } from "./texts.ts";
import { NAME_FIELD } from "./views.ts";

export interface CharactersFeature extends Feature {
  /** A person's characters as a new message that only they see, for the panel. */
  readonly showCharacters: (call: Call) => Promise<Reply>;
}

/** `/characters`: a person's characters in one message that is edited in place. */
export function charactersFeature(deps: CharacterDeps): CharactersFeature {
  const on = characterHandlers(deps);
  return {
    name: "characters",
    texts: characterTexts,
    migrations: characterMigrations,
    showCharacters: on.show,
    commands: [{ data: slashCommand(characterTexts, "characters", "commandDescription"), run: on.show }],
    components: [
      onPress(listButton, (call, { page }) => on.turnTo(call, page)),
      onPress(chooseSelect, (call, _, [characterId]) => (characterId === undefined ? Promise.resolve(null) : on.choose(call, characterId))),
      onPress(addButton, (call) => on.askName(call)),
      onPress(renameButton, (call, { characterId }) => on.askNewName(call, characterId)),
      onPress(mainButton, (call, { characterId }) => on.makeMain(call, characterId)),
      onPress(deleteButton, (call, { characterId }) => on.askDelete(call, characterId)),
      onPress(deleteNowButton, (call, { characterId, told }) => on.remove(call, characterId, told)),
    ],
    modals: [
      onSubmit(addModal, (call, _, fields) => on.add(call, fields.text(NAME_FIELD))),
      onSubmit(renameModal, (call, { characterId }, fields) => on.rename(call, characterId, fields.text(NAME_FIELD))),
    ],
  };
}
