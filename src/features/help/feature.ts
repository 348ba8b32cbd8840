import type { Call, Feature, Reply } from "../contract.ts";
import type { GuildSettings } from "../guild-settings/guild-settings.ts";
import { onPress } from "../on-press.ts";
import { type Profession, professionTitle } from "../recipes/recipe.ts";
import { slashCommand } from "../slash-command.ts";
import { topicButton } from "./custom-ids.ts";
import { helpView, type Reader } from "./help-view.ts";
import { helpTexts } from "./texts.ts";
import { startOf, type Topic, topicsOf } from "./topics-of.ts";

export interface HelpDeps {
  readonly books: (settings: GuildSettings) => { professions(): readonly Profession[] };
  /** Whether the bot has a slash command of this name. */
  readonly hasCommand: (name: string) => boolean;
  /** Its id, once Discord has told it. */
  readonly commandId: (name: string) => string | null;
}

/** `/help`: what somebody can do here, by what they are. */
export function helpFeature({ books, hasCommand, commandId }: HelpDeps): Feature {
  const readerOf = ({ translator, rights, settings }: Call): Reader => ({
    say: translator.in(helpTexts),
    rights,
    settings,
    professionName: (id) => professionTitle(books(settings).professions(), id),
    command(name) {
      if (!hasCommand(name)) return null;
      const id = commandId(name);
      return id === null ? `\`/${name}\`` : `</${name}:${id}>`;
    },
  });
  const show = (call: Call, kind: "show" | "update", topic: Topic): Reply => ({ kind, view: helpView(readerOf(call), topic) });
  return {
    name: "help",
    texts: helpTexts,
    commands: [{ data: slashCommand(helpTexts, "help", "command"), run: (call) => Promise.resolve(show(call, "show", startOf(call.rights))) }],
    // Who was an officer when the button was drawn may be none now.
    components: [onPress(topicButton, (call, { topic }) => Promise.resolve(show(call, "update", topicsOf(call.rights).includes(topic) ? topic : "member")))],
  };
}
