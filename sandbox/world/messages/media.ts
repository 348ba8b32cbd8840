import { type APIAttachment, type APIEmbed, type APIMessageTopLevelComponent, type APIUnfurledMediaItem, ComponentType } from "discord-api-types/v10";
import type { World } from "../world.ts";
import { allComponents } from "./component-tree.ts";

const ATTACHED = "attachment://";

/** Embeds as Discord gives them out: `attachment://name` has become an address, pictures that were uploaded have their size. */
export function withMedia(embeds: readonly APIEmbed[], attachments: readonly APIAttachment[]): APIEmbed[] {
  return embeds.map((embed) => {
    const copy = structuredClone(embed);
    for (const key of ["image", "thumbnail"] as const) {
      const picture = copy[key];
      const attachment = picture && attachmentOf(picture.url, attachments);
      if (attachment) copy[key] = { ...picture, ...pictureOf(attachment) };
    }
    for (const holder of [copy.author, copy.footer]) {
      const attachment = holder?.icon_url === undefined ? undefined : attachmentOf(holder.icon_url, attachments);
      if (holder && attachment) Object.assign(holder, { icon_url: attachment.url, proxy_icon_url: attachment.proxy_url });
    }
    for (const field of copy.fields ?? []) field.inline ??= false;
    return copy;
  });
}

/** Components with the media that they show, as Discord gives them out. */
export function withComponentMedia(world: World, components: readonly APIMessageTopLevelComponent[], attachments: readonly APIAttachment[]): APIMessageTopLevelComponent[] {
  const copy = structuredClone([...components]);
  const unfurl = (media: APIUnfurledMediaItem) => unfurled(world, media, attachments);
  for (const component of allComponents(copy)) {
    if (component.type === ComponentType.MediaGallery) for (const item of component.items) item.media = unfurl(item.media);
    if (component.type === ComponentType.Thumbnail) component.media = unfurl(component.media);
    if (component.type === ComponentType.File) {
      const attachment = attachmentOf(component.file.url, attachments);
      Object.assign(component, { file: unfurl(component.file), name: attachment?.filename ?? null, size: attachment?.size ?? null });
    }
  }
  return copy;
}

function unfurled(world: World, media: APIUnfurledMediaItem, attachments: readonly APIAttachment[]): APIUnfurledMediaItem & { readonly id: string } {
  const attachment = attachmentOf(media.url, attachments);
  if (!attachment) return { ...media, id: world.ids.next(), proxy_url: media.url };
  return { id: attachment.id, ...pictureOf(attachment), attachment_id: attachment.id };
}

function pictureOf({ url, proxy_url, width, height, content_type }: APIAttachment) {
  return {
    url,
    proxy_url,
    ...(typeof width === "number" && typeof height === "number" ? { width, height } : {}),
    ...(content_type === undefined ? {} : { content_type }),
  };
}

/** By its name where the bot sends it, by its address where it sends a message back as it came. */
function attachmentOf(url: string, attachments: readonly APIAttachment[]): APIAttachment | undefined {
  if (url.startsWith(ATTACHED)) return attachments.find(({ filename }) => filename === url.slice(ATTACHED.length));
  const [bare] = url.split("?");
  return attachments.find((attachment) => attachment.url === bare);
}
