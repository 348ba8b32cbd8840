import type { APIMediaGalleryItem } from "discord-api-types/v10";
import type { JSX } from "preact";
import { Picture } from "./picture.tsx";
import { SpoilerCover } from "./spoiler.tsx";

/** One to ten pictures, laid out as Discord does by their number. */
export function MediaGallery({ items }: { readonly items: readonly APIMediaGalleryItem[] }): JSX.Element {
  return (
    <div class="gallery" data-count={items.length}>
      {items.map((item, index) => (
        <div key={index} class="gallery-item">
          <SpoilerCover hidden={item.spoiler === true}>
            <Picture media={item.media} about={item.description ?? ""} />
          </SpoilerCover>
        </div>
      ))}
    </div>
  );
}
