import { ComponentType, InteractionType, MessageType, type APIMessage, type APIMessageTopLevelComponent } from "discord-api-types/v10";
import type { JSX } from "preact";
import type { Snapshot } from "../../../protocol.ts";
import { usePage } from "../app-context.ts";
import { cssColor } from "../colors.ts";
import { parseInline } from "../markdown/inline.ts";
import { usePlace } from "../place-context.ts";
import { lookOf } from "../state/look-up.ts";
import { plainText } from "../state/plain-text.ts";
import { Avatar } from "./avatar.tsx";

/** What a message answers, above its head: "Mira used /request", or the message that it replies to. */
export function MessageOrigin({ message }: { readonly message: APIMessage }): JSX.Element | null {
  const { snapshot } = usePage();
  const { guild } = usePlace();
  const command = commandOf(message);
  const replied = repliedTo(message, snapshot);
  const author = command?.user ?? replied?.author;
  if (author === undefined) return null;
  const look = lookOf(snapshot, guild, author.id, author);
  return (
    <div class="message-origin">
      <span class="message-spine" aria-hidden="true" />
      <Avatar id={look.id} name={look.name} size={16} />
      <span class="message-author" style={{ color: cssColor(look.color) }}>{look.name}</span>
      {command === null ? <span class="origin-words">{replied === null ? "" : plainText(parseInline(summary(replied)), snapshot, guild, Date.now())}</span> : <span class="origin-words">used <b>{command.name}</b></span>}
    </div>
  );
}

function repliedTo(message: APIMessage, snapshot: Snapshot): APIMessage | null {
  const id = message.message_reference?.message_id;
  if (id === undefined) return null;
  return snapshot.messages[message.channel_id]?.find((each) => each.id === id) ?? message.referenced_message ?? null;
}

/** A message's first words, whatever they stand in. */
function summary(message: APIMessage): string {
  if (message.content !== "") return message.content;
  const text = message.components?.map(firstText).find((each) => each !== null);
  return text ?? message.embeds[0]?.title ?? (message.attachments.length > 0 ? "Attachment" : "Message with components");
}

function firstText(component: APIMessageTopLevelComponent): string | null {
  if (component.type === ComponentType.TextDisplay) return component.content.replace(/^[#\-> ]+/, "").split("\n")[0] ?? null;
  if (component.type !== ComponentType.Container && component.type !== ComponentType.Section) return null;
  return component.components.map(firstText).find((each) => each !== null) ?? null;
}

type User = APIMessage["author"];

function commandOf(message: APIMessage): { readonly user: User; readonly name: string } | null {
  const { interaction, interaction_metadata: metadata } = message;
  if (message.message_reference !== undefined) return null;
  if (interaction !== undefined && interaction.type === InteractionType.ApplicationCommand) {
    // The menus' commands are written as they are.
    return { user: interaction.user, name: message.type === MessageType.ContextMenuCommand ? interaction.name : `/${interaction.name}` };
  }
  return metadata?.type === InteractionType.ApplicationCommand ? { user: metadata.user, name: "a command" } : null;
}
