import { MessageFlags, type APIMessage } from "discord-api-types/v10";
import type { JSX } from "preact";
import { usePage } from "../app-context.ts";
import { PressContext } from "../press-context.ts";
import { hasFlag } from "../state/unread.ts";
import { usePress } from "../use-press.ts";
import { Dots } from "./dots.tsx";
import { Embed } from "./embed.tsx";
import { Attachment } from "./file-card.tsx";
import { Icon } from "./icons.tsx";
import { Markdown } from "./markdown.tsx";
import { MessageComponent } from "./message-component.tsx";

interface Props {
  readonly message: APIMessage;
  /** The bot asked for time and has not answered yet. */
  readonly thinking: boolean;
  readonly name: string;
}

/** What a message says and holds. */
export function MessageBody({ message, thinking, name }: Props): JSX.Element {
  const { openChannel } = usePage();
  const press = usePress(message);
  const { thread } = message;
  if (thinking) {
    return (
      <p class="thinking">
        <Dots /> {name} is thinking…
      </p>
    );
  }
  const layout = hasFlag(message, MessageFlags.IsComponentsV2);
  const embeds = hasFlag(message, MessageFlags.SuppressEmbeds) ? [] : message.embeds;
  const inEmbeds = new Set(embeds.flatMap(({ image, thumbnail, author, footer }) => [image?.url, thumbnail?.url, author?.icon_url, footer?.icon_url]));
  return (
    <PressContext.Provider value={{ ...press, message }}>
      <div class="message-body">
        {message.content === "" ? null : <Markdown text={message.content} />}
        {message.edited_timestamp === null || layout ? null : <span class="edited" title={message.edited_timestamp}>(edited)</span>}
        {layout ? null : message.attachments.filter(({ url }) => !inEmbeds.has(url)).map((attachment) => <Attachment key={attachment.id} attachment={attachment} />)}
        {embeds.map((embed, index) => (
          <Embed key={index} embed={embed} />
        ))}
        {message.components === undefined || message.components.length === 0 ? null : (
          <div class="components">
            {message.components.map((component, index) => (
              <MessageComponent key={index} component={component} />
            ))}
          </div>
        )}
        {thread === undefined ? null : (
          <button type="button" class="thread-link" onClick={() => openChannel(thread.id)}>
            <Icon name="thread" size={16} />
            <span>{thread.name ?? "Thread"}</span>
          </button>
        )}
      </div>
    </PressContext.Provider>
  );
}
