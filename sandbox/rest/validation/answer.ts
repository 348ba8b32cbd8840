import { type APIApplicationCommandOptionChoice, ApplicationCommandOptionType, InteractionResponseType as Answers, MessageFlags } from "discord-api-types/v10";
import { allowedAnswers, type Answer } from "../../world/interactions/answer.ts";
import type { InteractionRecord } from "../../world/interactions/record.ts";
import type { IncomingFile } from "../../world/messages/attachments.ts";
import { EMPTY_DRAFT } from "../../world/messages/draft.ts";
import type { World } from "../../world/world.ts";
import { checkChoice } from "./command-choices.ts";
import type { Field } from "./form.ts";
import { readChange, readDraft } from "./message.ts";
import { readModal } from "./modal.ts";

/** A bot's first answer to an interaction. Rules: interactions/receiving-and-responding.mdx in Discord's documentation. */
export function readAnswer(form: Field, files: readonly IncomingFile[], world: World, record: InteractionRecord): Answer | null {
  if (!form.get("type").required()) return null;
  const type = form.get("type").oneOf(allowedAnswers(record));
  const data = form.get("data");
  switch (type) {
    case Answers.ChannelMessageWithSource:
      // Without data it is a message with nothing in it, which is refused as such.
      return { type, draft: data.isAbsent ? { ...EMPTY_DRAFT, files } : readDraft(data, files, { mayBeEphemeral: true }) };
    case Answers.DeferredChannelMessageWithSource:
      return { type, isEphemeral: ((data.get("flags").whole() ?? 0) & MessageFlags.Ephemeral) !== 0 };
    case Answers.DeferredMessageUpdate:
      return { type };
    case Answers.UpdateMessage: {
      const stored = world.message(record.channelId, record.messageId ?? "");
      return { type, change: data.isAbsent ? { files } : readChange(data, files, stored) };
    }
    case Answers.ApplicationCommandAutocompleteResult:
      return { type, choices: readChoices(data.get("choices"), record.choiceType ?? ApplicationCommandOptionType.String) };
    case Answers.Modal:
      return { type, modal: readModal(data) };
    default:
      return null;
  }
}

function readChoices(list: Field, type: ApplicationCommandOptionType): APIApplicationCommandOptionChoice[] {
  list.required();
  for (const choice of list.list({ max: 25 })) checkChoice(choice, type);
  return Array.isArray(list.value) ? (list.value as APIApplicationCommandOptionChoice[]) : [];
}
