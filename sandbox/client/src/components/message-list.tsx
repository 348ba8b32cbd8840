import type { JSX } from "preact";
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { usePage } from "../app-context.ts";
import { usePlace } from "../place-context.ts";
import { channelLabel } from "../state/look-up.ts";
import { commandsWithoutMessage, rowsOf } from "../state/rows.ts";
import { firstUnread, isEphemeral } from "../state/unread.ts";
import { dayText } from "../time-text.ts";
import { ChannelStart } from "./channel-start.tsx";
import { CommandLine } from "./command-line.tsx";
import { Guarded } from "./guarded.tsx";
import { Icon } from "./icons.tsx";
import { Message } from "./message.tsx";

/** So near to the end counts as at the end, in pixels. */
const AT_END_WITHIN = 40;
/** How much stands above a message that is too long for the screen. */
const ABOVE = 12;

/** How far to scroll down for the newest: to the end, or to where the last message begins when it is longer than the screen. */
function endOf(scroller: HTMLElement): number {
  const end = scroller.scrollHeight - scroller.clientHeight;
  const last = scroller.querySelector(".messages-content > :last-child");
  if (last === null) return end;
  const begins = last.getBoundingClientRect().top - scroller.getBoundingClientRect().top + scroller.scrollTop - ABOVE;
  return Math.max(0, Math.min(end, begins));
}

/** A channel's messages, which stay at the newest for as long as the reader does. */
export function MessageList(): JSX.Element {
  const { state, snapshot, dispatch } = usePage();
  const { channel } = usePlace();
  const scroller = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const follows = useRef(true);
  const [atEnd, setAtEnd] = useState(true);
  const [firstNewId] = useState(() => firstUnread(state, channel.id));
  const messages = snapshot.messages[channel.id] ?? [];
  const { interactions, sentFromModal } = state;
  const rows = useMemo(
    () => rowsOf(messages, firstNewId, commandsWithoutMessage({ interactions, sentFromModal }, channel.id)),
    [messages, firstNewId, interactions, sentFromModal, channel.id],
  );
  const newest = messages.at(-1)?.id;

  // Whoever wrote, ran a command or got an answer of their own sees it, wherever they were reading.
  const ownCommands = state.interactions.findLast((each) => each.channelId === channel.id && each.messageId === null)?.interactionId;
  const own = `${messages.findLast((each) => each.author.id === snapshot.me.id || isEphemeral(each))?.id} ${ownCommands}`;
  const ownBefore = useRef(own);

  const toEnd = (): void => {
    const element = scroller.current;
    // Whoever reads the end of a long message stays there.
    if (element !== null && element.scrollTop < endOf(element)) element.scrollTop = endOf(element);
  };
  useLayoutEffect(() => {
    if (own !== ownBefore.current) follows.current = true;
    ownBefore.current = own;
    if (follows.current) toEnd();
  }, [rows, own, state.interactions]);
  useLayoutEffect(() => {
    const watch = new ResizeObserver(() => {
      if (follows.current) toEnd();
    });
    if (scroller.current !== null) watch.observe(scroller.current);
    if (content.current !== null) watch.observe(content.current);
    return () => watch.disconnect();
  }, []);
  useEffect(() => {
    const read = (): void => {
      if (atEnd && document.visibilityState === "visible") dispatch({ type: "read", channelId: channel.id });
    };
    read();
    document.addEventListener("visibilitychange", read);
    return () => document.removeEventListener("visibilitychange", read);
  }, [atEnd, newest, channel.id, dispatch]);

  const onScroll = (): void => {
    const element = scroller.current;
    if (element === null) return;
    const near = endOf(element) - element.scrollTop < AT_END_WITHIN;
    follows.current = near;
    if (near !== atEnd) setAtEnd(near);
  };

  return (
    <div class="messages-frame">
      <div
        ref={scroller}
        id="messages"
        class="messages"
        role="log"
        aria-live="polite"
        aria-label={`Messages in ${channelLabel(snapshot, channel)}`}
        tabIndex={0}
        onScroll={onScroll}
      >
        <div ref={content} class="messages-content">
          <ChannelStart empty={messages.length === 0} />
          {rows.map((row) => {
            if (row.kind === "day") return <div key={row.key} class="day" role="separator"><span>{dayText(row.at, snapshot.me.locale)}</span></div>;
            if (row.kind === "new") return <div key={row.key} class="new-line" role="separator" aria-label="New messages"><span>New</span></div>;
            if (row.kind === "command") return <CommandLine key={row.key} entry={row.entry} />;
            return (
              <Guarded key={row.key}>
                <Message message={row.message} startsGroup={row.startsGroup} />
              </Guarded>
            );
          })}
        </div>
      </div>
      {atEnd ? null : (
        <button
          type="button"
          class="jump"
          onClick={() => {
            follows.current = true;
            toEnd();
          }}
        >
          Jump to newest <Icon name="down" size={16} />
        </button>
      )}
    </div>
  );
}
