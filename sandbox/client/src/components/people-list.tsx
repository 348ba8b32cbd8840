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
  const close = (): void => {
    setOpenId(null);
    anchor.current?.focus();
  };
  return (
    <div class="people-scroll">
      {groups.map((group) => (
        <section key={group.name}>
          <h2>{group.name} — {group.people.length}</h2>
          <ul>
            {group.people.map((look) => (
              <li key={look.id}>
                <PersonButton
                  look={look}
                  open={look.id === openId}
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
  readonly onPress: (button: HTMLElement) => void;
}

function PersonButton({ look, open, onPress }: PersonButtonProps): JSX.Element {
  const { snapshot } = usePage();
  const part = snapshot.people.find((each) => each.id === look.id)?.part;
  return (
    <button
      type="button"
      class={look.online ? "person" : "person away"}
      aria-haspopup="dialog"
      aria-expanded={open}
      aria-label={look.name}
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
