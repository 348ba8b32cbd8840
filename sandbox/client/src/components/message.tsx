import { MessageFlags, MessageType, type APIMessage } from "discord-api-types/v10";
import type { JSX } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { usePage } from "../app-context.ts";
import { cssColor } from "../colors.ts";
import { usePlace } from "../place-context.ts";
import { lookOf } from "../state/look-up.ts";
import { hasFlag, isEphemeral } from "../state/unread.ts";
import { messageTime } from "../time-text.ts";
import { AddReaction } from "./add-reaction.tsx";
import { AppTag, Avatar } from "./avatar.tsx";
import { Icon } from "./icons.tsx";
import { MessageBody } from "./message-body.tsx";
import { MessageFoot } from "./message-foot.tsx";
import { MessageMenu } from "./message-menu.tsx";
import { MessageOrigin } from "./message-origin.tsx";
import { Reactions } from "./reactions.tsx";
import { useLongPress } from "../use-long-press.ts";

interface Props {
  readonly message: APIMessage;
  readonly startsGroup: boolean;
}

/** One message, with its author's head where it begins a group. */
export function Message({ message, startsGroup }: Props): JSX.Element {
  const { snapshot } = usePage();
  const { guild } = usePlace();
  const row = useRef<HTMLElement>(null);
  const more = useRef<HTMLButtonElement>(null);
  const [menuAt, setMenuAt] = useState<{ x: number; y: number } | "button" | null>(null);
  const longPress = useLongPress(setMenuAt);
  useKeptFocus(row, message);
  const look = lookOf(snapshot, guild, message.author.id, message.author);
  const time = messageTime(message.timestamp, snapshot.me.locale, Date.now());
  const tinted = isEphemeral(message) ? "ephemeral" : mentionsMe(message, snapshot.me.id) ? "calls-me" : "";

  if (isNotice(message)) return <Notice message={message} name={look.name} time={time} />;
  return (
    <article
      ref={row}
      class={`message ${startsGroup ? "starts" : "continues"} ${tinted}`}
      tabIndex={-1}
      aria-label={`${look.name}, ${time}`}
      onContextMenu={(event) => {
        if (event.target instanceof Element && event.target.closest("a, input, textarea") !== null) return;
        event.preventDefault();
        setMenuAt({ x: event.clientX, y: event.clientY });
      }}
      {...longPress}
    >
      {startsGroup ? <MessageOrigin message={message} /> : null}
      <div class="message-gutter">
        {startsGroup ? <Avatar id={look.id} name={look.name} /> : <time class="message-hover-time" dateTime={message.timestamp}>{time}</time>}
      </div>
      <div class="message-main">
        {startsGroup ? (
          <header class="message-head">
            <span class="message-author" style={{ color: cssColor(look.color) }}>{look.name}</span>
            {look.bot ? <AppTag /> : null}
            <time dateTime={message.timestamp} title={new Date(message.timestamp).toLocaleString(snapshot.me.locale)}>{time}</time>
          </header>
        ) : null}
        <MessageBody message={message} thinking={hasFlag(message, MessageFlags.Loading)} name={look.name} />
        <Reactions message={message} />
        <MessageFoot message={message} />
      </div>
      <div class="message-tools">
        {isEphemeral(message) ? null : <AddReaction message={message} class="tool" />}
        <button ref={more} type="button" class="tool" aria-label="More" aria-haspopup="menu" aria-expanded={menuAt !== null} onClick={() => setMenuAt("button")}>
          <Icon name="dots" size={20} />
        </button>
      </div>
      {menuAt === null ? null : <MessageMenu message={message} anchor={more} at={menuAt === "button" ? undefined : menuAt} onClose={() => setMenuAt(null)} />}
    </article>
  );
}

/** Keyboard users stay where they were when the bot edits the message away under them. */
function useKeptFocus(row: { readonly current: HTMLElement | null }, message: APIMessage): void {
  const held = useRef(false);
  useLayoutEffect(() => {
    const element = row.current;
    if (element === null) return undefined;
    const enter = (): void => {
      held.current = true;
    };
    const leave = (event: FocusEvent): void => {
      if (event.relatedTarget instanceof Node) held.current = element.contains(event.relatedTarget);
    };
    element.addEventListener("focusin", enter);
    element.addEventListener("focusout", leave);
    return () => {
      element.removeEventListener("focusin", enter);
      element.removeEventListener("focusout", leave);
    };
  }, [row]);
  useLayoutEffect(() => {
    if (held.current && document.activeElement === document.body) row.current?.focus({ preventScroll: true });
  }, [row, message]);
}

function mentionsMe(message: APIMessage, me: string): boolean {
  return message.mention_everyone || (message.author.id !== me && message.mentions.some((user) => user.id === me));
}

function isNotice(message: APIMessage): boolean {
  return noticeOf(message) !== null;
}

/** What Discord says itself in somebody's name; null for what somebody wrote. */
function noticeOf({ type, content, mentions, referenced_message: first }: APIMessage): string | null {
  const who = mentions[0]?.global_name ?? mentions[0]?.username ?? "somebody";
  switch (type) {
    case MessageType.ThreadCreated:
      return `started a thread: ${content}`;
    case MessageType.ThreadStarterMessage:
      return `began this thread from: ${first?.content ?? "a message that is gone"}`;
    case MessageType.RecipientAdd:
      return `added ${who} to the thread.`;
    case MessageType.RecipientRemove:
      return `removed ${who} from the thread.`;
    case MessageType.ChannelNameChange:
      return `changed the thread's name: ${content}`;
    case MessageType.UserJoin:
      return "joined the server.";
    case MessageType.ChannelPinnedMessage:
      return "pinned a message.";
    default:
      return null;
  }
}

function Notice({ message, name, time }: { readonly message: APIMessage; readonly name: string; readonly time: string }): JSX.Element {
  return (
    <article class="notice" aria-label={`${name}, ${time}`}>
      <Icon name={message.type === MessageType.ThreadCreated ? "thread" : "right"} size={16} />
      <span><strong>{name}</strong> {noticeOf(message)}</span>
      <time dateTime={message.timestamp}>{time}</time>
    </article>
  );
}
