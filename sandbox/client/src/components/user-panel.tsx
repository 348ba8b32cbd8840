import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { usePage } from "../app-context.ts";
import { Avatar } from "./avatar.tsx";
import { Floating } from "./floating.tsx";
import { Icon } from "./icons.tsx";

/** Who one is, at the foot of the channels, with one's settings. */
export function UserPanel(): JSX.Element {
  const { snapshot, act } = usePage();
  const { me } = snapshot;
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const [accepts, setAccepts] = useState(snapshot.acceptsDirectMessages);
  useEffect(() => setAccepts(snapshot.acceptsDirectMessages), [snapshot.acceptsDirectMessages]);

  const change = async (accept: boolean): Promise<void> => {
    setAccepts(accept);
    const answer = await act("accept-direct-messages", { accept });
    if (!answer.ok) setAccepts(!accept);
  };
  return (
    <div class="user-panel">
      <Avatar id={me.id} name={me.displayName} size={32} online />
      <span class="user-panel-words">
        <strong>{me.displayName}</strong>
        <span>{me.part}</span>
      </span>
      <button ref={button} type="button" class="tool" aria-label="Your settings" aria-haspopup="dialog" aria-expanded={open} onClick={() => setOpen(!open)}>
        <Icon name="gear" size={20} />
      </button>
      {open ? (
        <Floating anchor={button} prefer="above" class="settings-layer" onClose={() => setOpen(false)}>
          <div role="dialog" aria-label="Your settings" class="settings">
            <p class="switch-title">Your settings</p>
            <label class="setting">
              <input type="checkbox" role="switch" checked={accepts} onChange={(event) => void change(event.currentTarget.checked)} />
              <span>
                <span>Allow direct messages from bots</span>
                <span class="choice-about">Switched off, a bot that writes to you is told that it cannot.</span>
              </span>
            </label>
          </div>
        </Floating>
      ) : null}
    </div>
  );
}
