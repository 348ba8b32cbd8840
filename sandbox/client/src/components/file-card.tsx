import type { APIAttachment, APIFileComponent } from "discord-api-types/v10";
import type { JSX } from "preact";
import { useContext } from "preact/hooks";
import { fileName, mediaAddress, sizeText } from "../media-address.ts";
import { PressContext } from "../press-context.ts";
import { Icon } from "./icons.tsx";
import { Picture } from "./picture.tsx";
import { SpoilerCover } from "./spoiler.tsx";

/** A Components V2 file. */
export function FileCard({ file }: { readonly file: APIFileComponent }): JSX.Element {
  const message = useContext(PressContext)?.message ?? null;
  const name = file.name ?? fileName(file.file.url);
  const size = file.size ?? message?.attachments.find((each) => each.filename === name)?.size;
  return (
    <SpoilerCover hidden={file.spoiler === true}>
      <Card name={name} size={size} address={mediaAddress(file.file.url, message)} />
    </SpoilerCover>
  );
}

/** Pictures that Discord shows; any other, such as SVG, it only offers. */
const SHOWN: ReadonlySet<string> = new Set(["image/png", "image/jpeg", "image/gif", "image/webp", "image/avif"]);

/** A message's attachment: pictures are shown, anything else is a card. */
export function Attachment({ attachment }: { readonly attachment: APIAttachment }): JSX.Element {
  const hidden = attachment.filename.startsWith("SPOILER_");
  if (SHOWN.has(attachment.content_type ?? "")) {
    return (
      <div class="gallery" data-count="1">
        <div class="gallery-item">
          <SpoilerCover hidden={hidden}>
            <Picture media={attachment} about={attachment.description ?? attachment.filename} />
          </SpoilerCover>
        </div>
      </div>
    );
  }
  return (
    <SpoilerCover hidden={hidden}>
      <Card name={attachment.filename} size={attachment.size} address={mediaAddress(attachment.url, null)} />
    </SpoilerCover>
  );
}

interface CardProps {
  readonly name: string;
  readonly size: number | undefined;
  readonly address: string | null;
}

function Card({ name, size, address }: CardProps): JSX.Element {
  return (
    <div class="file-card">
      <Icon name="file" size={36} />
      <div>
        {address === null ? <span>{name}</span> : <a href={address} download={name} target="_blank" rel="noreferrer noopener">{name}</a>}
        {size === undefined ? null : <span class="file-size">{sizeText(size)}</span>}
      </div>
    </div>
  );
}
