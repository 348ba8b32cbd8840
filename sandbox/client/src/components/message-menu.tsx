import { ApplicationCommandType, type APIMessage } from "discord-api-types/v10";
import type { JSX, RefObject } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { usePage } from "../app-context.ts";
import { useInspect } from "../inspect-context.ts";
import { usePlace } from "../place-context.ts";
import { menuCommands } from "../state/commands.ts";
import { isEphemeral } from "../state/unread.ts";
import { Floating } from "./floating.tsx";

interface Props {
  readonly message: APIMessage;
  readonly anchor: RefObject<HTMLElement | null>;
  readonly at: { readonly x: number; readonly y: number } | undefined;
  readonly onClose: () => void;
}

/** What may be done with a message: the applications' message commands, and copying. */
export function MessageMenu({ message, anchor, at, onClose }: Props): JSX.Element {
  const { snapshot, act, dispatch } = usePage();
  const { channel } = usePlace();
  const { show } = useInspect();
  const menu = useRef<HTMLDivElement>(null);
  const commands = isEphemeral(message) ? [] : menuCommands(snapshot.applications, channel, ApplicationCommandType.Message);
  useLayoutEffect(() => menu.current?.querySelector("button")?.focus(), []);

  const close = (): void => {
    onClose();
    anchor.current?.focus();
  };
  const copy = async (text: string, done: string): Promise<void> => {
    close();
    try {
      await navigator.clipboard.writeText(text);
      dispatch({ type: "toast", text: done });
    } catch {
      dispatch({ type: "toast", text: "The browser does not let this page copy." });
    }
  };
  const move = (event: KeyboardEvent): void => {
    if (event.key === "Tab") return close();
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return undefined;
    event.preventDefault();
    const items = [...(menu.current?.querySelectorAll("button") ?? [])];
    const at = items.findIndex((item) => item === document.activeElement);
    items.at((at + (event.key === "ArrowDown" ? 1 : -1)) % items.length)?.focus();
    return undefined;
  };

  return (
    <Floating anchor={anchor} at={at} prefer="left" class="menu-layer" onClose={close}>
      <div ref={menu} role="menu" class="menu" aria-label="Message actions" onKeyDown={move}>
        {commands.length === 0 ? null : <p class="menu-title">Apps</p>}
        {commands.map(({ application, command }) => (
          <button
            key={command.id}
            type="button"
            role="menuitem"
            onClick={() => {
              close();
              void act("command", {
                channelId: channel.id,
                applicationId: application.id,
                name: command.name,
                commandType: command.type,
                targetId: message.id,
              });
            }}
          >
            <span>{command.name}</span>
            <span class="menu-hint">{application.name}</span>
          </button>
        ))}
        {commands.length === 0 ? null : <hr />}
        <button
          type="button"
          role="menuitem"
          onClick={() => {
            close();
            show({ kind: "message", id: message.id });
          }}
        >
          What made this?
        </button>
        {message.content === "" ? null : (
          <button type="button" role="menuitem" onClick={() => void copy(message.content, "Text copied.")}>Copy text</button>
        )}
        <button type="button" role="menuitem" onClick={() => void copy(message.id, "Message ID copied.")}>Copy message ID</button>
      </div>
    </Floating>
  );
}
