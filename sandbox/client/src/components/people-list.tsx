import type { JSX } from "preact";
import { useRef, useState } from "preact/hooks";
import { usePage } from "../app-context.ts";
import { cssColor } from "../colors.ts";
import { usePlace } from "../place-context.ts";
import type { Look } from "../state/look-up.ts";
import { groupsOfPeople } from "../state/people-groups.ts";
import { AppTag, Avatar } from "./avatar.tsx";
import { Floating } from "./floating.tsx";
import { PersonCard } from "./person-card.tsx";

/** Everybody here, under their highest role; who is away stands last. */
export function PeopleList(): JSX.Element {
  const { snapshot } = usePage();
  const groups = groupsOfPeople(snapshot, usePlace());
  const anchor = useRef<HTMLElement | null>(null);
  // Kept here, so that the card stays when its person moves to another group.
  const [openId, setOpenId] = useState<string | null>(null);
  // One stop for the Tab key, however many people there are; arrows go from one to the next.
  const [atId, setAtId] = useState<string | null>(null);
  const everybody = groups.flatMap((group) => group.people.map(({ id }) => id));
  const stop = atId !== null && everybody.includes(atId) ? atId : everybody[0];
  const list = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent): void => {
    const buttons = [...(list.current?.querySelectorAll<HTMLElement>("button.person") ?? [])];
    const at = buttons.findIndex((button) => button === document.activeElement);
    if (at === -1) return;
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    buttons[Math.max(0, Math.min(next, buttons.length - 1))]?.focus();
  };
  const close = (): void => {
    setOpenId(null);
    anchor.current?.focus();
  };
  return (
    <div ref={list} class="people-scroll" onKeyDown={move}>
      {groups.map((group) => (
        <section key={group.name}>
          <h2>{group.name} — {group.people.length}</h2>
          <ul>
            {group.people.map((look) => (
              <li key={look.id}>
                <PersonButton
                  look={look}
                  open={look.id === openId}
                  isStop={look.id === stop}
                  onFocus={() => setAtId(look.id)}
                  onPress={(button) => {
                    anchor.current = button;
                    setOpenId(look.id === openId ? null : look.id);
                  }}
                />
              </li>
            ))}
          </ul>
        </section>
      ))}
      {openId === null ? null : (
        <Floating key={openId} anchor={anchor} prefer="left" class="card-layer" onClose={close}>
          <PersonCard userId={openId} onDone={close} />
        </Floating>
      )}
    </div>
  );
}

interface PersonButtonProps {
  readonly look: Look;
  readonly open: boolean;
  /** Does the Tab key stop here? */
  readonly isStop: boolean;
  readonly onFocus: () => void;
  readonly onPress: (button: HTMLElement) => void;
}

function PersonButton({ look, open, isStop, onFocus, onPress }: PersonButtonProps): JSX.Element {
  const { snapshot } = usePage();
  const part = snapshot.people.find((each) => each.id === look.id)?.part;
  return (
    <button
      type="button"
      class={look.online ? "person" : "person away"}
      aria-haspopup="dialog"
      aria-expanded={open}
      aria-label={look.name}
      tabIndex={isStop ? 0 : -1}
      onFocus={onFocus}
      onClick={(event) => onPress(event.currentTarget)}
      onContextMenu={(event) => {
        event.preventDefault();
        onPress(event.currentTarget);
      }}
    >
      <Avatar id={look.id} name={look.name} size={32} online={look.online} />
      <span class="person-words">
        <span class="person-label" style={{ color: cssColor(look.color) }}>
          {look.name} {look.bot ? <AppTag /> : null}
        </span>
        {part === undefined ? null : <span class="choice-about">{look.id === snapshot.me.id ? "You" : part}</span>}
      </span>
    </button>
  );
}
