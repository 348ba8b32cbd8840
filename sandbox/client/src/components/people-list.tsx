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
  return (
    <div class="people-scroll">
      {groups.map((group) => (
        <section key={group.name}>
          <h2>{group.name} — {group.people.length}</h2>
          <ul>
            {group.people.map((look) => (
              <li key={look.id}><PersonButton look={look} /></li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function PersonButton({ look }: { readonly look: Look }): JSX.Element {
  const { snapshot } = usePage();
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const part = snapshot.people.find((each) => each.id === look.id)?.part;
  const close = (): void => {
    setOpen(false);
    button.current?.focus();
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        class={look.online ? "person" : "person away"}
        aria-haspopup="dialog"
        aria-expanded={open}
        aria-label={look.name}
        onClick={() => setOpen(!open)}
        onContextMenu={(event) => {
          event.preventDefault();
          setOpen(true);
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
      {open ? (
        <Floating anchor={button} prefer="left" class="card-layer" onClose={close}>
          <PersonCard userId={look.id} onDone={close} />
        </Floating>
      ) : null}
    </>
  );
}
