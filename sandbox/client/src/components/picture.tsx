import type { JSX } from "preact";
import { useContext, useState } from "preact/hooks";
import { fileName, mediaAddress } from "../media-address.ts";
import { PressContext } from "../press-context.ts";
import { Icon } from "./icons.tsx";

interface Props {
  readonly media: { readonly url: string; readonly width?: number | null; readonly height?: number | null; readonly content_type?: string | null };
  readonly about: string;
  readonly class?: string;
}

/** A picture or film of a message; where it cannot be had, its words stand in its place. */
export function Picture({ media, about, class: name = "" }: Props): JSX.Element {
  const message = useContext(PressContext)?.message ?? null;
  const [broken, setBroken] = useState(false);
  const address = mediaAddress(media.url, message);
  if (address === null || broken) {
    return (
      <span class={`picture-missing ${name}`}>
        <Icon name="file" size={20} />
        <span>{about === "" ? fileName(media.url) : about}</span>
      </span>
    );
  }
  if (media.content_type?.startsWith("video/") === true) return <video class={name} src={address} controls aria-label={about} />;
  return (
    <img
      class={name}
      src={address}
      alt={about}
      loading="lazy"
      width={media.width ?? undefined}
      height={media.height ?? undefined}
      onError={() => setBroken(true)}
    />
  );
}
