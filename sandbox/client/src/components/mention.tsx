import type { JSX } from "preact";
import { useRef, useState } from "preact/hooks";
import { usePage } from "../app-context.ts";
import { cssColor } from "../colors.ts";
import { requestCompose } from "../compose-request.ts";
import { usePlace } from "../place-context.ts";
import { channelTitle, findPlace, lookOf } from "../state/look-up.ts";
import { Floating } from "./floating.tsx";
import { Icon } from "./icons.tsx";
import { PersonCard } from "./person-card.tsx";

/** `<@id>`: opens that person's card. */
export function UserMention({ id }: { readonly id: string }): JSX.Element {
  const { snapshot } = usePage();
  const { guild } = usePlace();
  const anchor = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  return (
    <>
      <button ref={anchor} type="button" class="mention" aria-haspopup="dialog" aria-expanded={open} onClick={() => setOpen(!open)}>
        @{lookOf(snapshot, guild, id).name}
      </button>
      {open ? (
        <Floating anchor={anchor} class="card-layer" onClose={() => setOpen(false)}>
          <PersonCard userId={id} onDone={() => setOpen(false)} />
        </Floating>
      ) : null}
    </>
  );
}

/** `<@&id>`, in the role's colour. */
export function RoleMention({ id }: { readonly id: string }): JSX.Element {
  const { snapshot } = usePage();
  const role = snapshot.guilds.flatMap((guild) => guild.roles).find((each) => each.id === id);
  const color = cssColor(role?.color);
  const style = color === undefined ? {} : { color, background: `color-mix(in srgb, ${color} 14%, transparent)` };
  return <span class="mention" style={style}>@{role?.name ?? "deleted-role"}</span>;
}

/** `<#id>`: goes there. */
export function ChannelMention({ id }: { readonly id: string }): JSX.Element {
  const { snapshot, openChannel } = usePage();
  const place = findPlace(snapshot, id);
  if (place === null) return <span class="mention unknown">#No Access</span>;
  return (
    <button type="button" class="mention" onClick={() => openChannel(id)}>
      <Icon name={place.channel.kind === "thread" ? "thread" : "hash"} size={14} />
      {channelTitle(snapshot, place.channel)}
    </button>
  );
}

/** `</name:id>`: puts the command into the message box. */
export function CommandMention({ name }: { readonly name: string }): JSX.Element {
  return (
    <button type="button" class="mention" onClick={() => requestCompose(`/${name} `)}>
      /{name}
    </button>
  );
}
