import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { usePage } from "../app-context.ts";
import { usePlace } from "../place-context.ts";
import { rememberWelcomed, wasWelcomed } from "../storage.ts";
import { Icon } from "./icons.tsx";

/** What to do first, until it is closed. */
export function Welcome(): JSX.Element | null {
  const { snapshot, linkTo } = usePage();
  const { channel } = usePlace();
  const [closed, setClosed] = useState(wasWelcomed);
  if (closed) return null;
  const { me, people } = snapshot;
  const others = people.filter((person) => person.id !== me.id);
  const commands = snapshot.applications.flatMap((application) => application.commands);
  const crafter = others.find((person) => /enchant/i.test(person.part)) ?? others[0];
  return (
    <section class="welcome" aria-label="Welcome to the sandbox">
      <h2>Welcome to the sandbox</h2>
      <button
        type="button"
        class="tool"
        aria-label="Close the welcome"
        onClick={() => {
          rememberWelcomed();
          setClosed(true);
        }}
      >
        <Icon name="close" size={16} />
      </button>
      <p>
        You are <strong>{me.displayName}</strong> ({me.part}).{" "}
        {commands.some(({ name }) => name === "request") ? (
          <>Type <code>/request</code> in the message box, or press <b>Create request</b> under the panel.</>
        ) : commands.length > 0 ? (
          <>Type <code>/</code> in the message box to see what the bots can do, or press a button under their messages.</>
        ) : (
          <>No bot has any commands here yet: start yours, and they appear as you type <code>/</code> in the message box.</>
        )}
      </p>
      {crafter === undefined ? null : (
        <p>
          Then see the other side: <a href={linkTo(crafter.id, channel.kind === "dm" ? null : channel.id)} target="_blank" rel="noopener">open a second tab as {crafter.displayName}</a> ({crafter.part}).
        </p>
      )}
    </section>
  );
}
