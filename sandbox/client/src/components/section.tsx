import { ComponentType, type APISectionComponent } from "discord-api-types/v10";
import type { JSX } from "preact";
import { Markdown } from "./markdown.tsx";
import { Picture } from "./picture.tsx";
import { MessageButton } from "./message-button.tsx";
import { SpoilerCover } from "./spoiler.tsx";

/** Up to three texts with a button or a small picture at their right. */
export function Section({ section }: { readonly section: APISectionComponent }): JSX.Element {
  const { accessory } = section;
  return (
    <div class="section">
      <div class="section-words">
        {section.components.map((text, index) => (
          <Markdown key={index} text={text.content} />
        ))}
      </div>
      <div class="section-accessory">
        {accessory.type === ComponentType.Button ? (
          <MessageButton button={accessory} />
        ) : (
          <SpoilerCover hidden={accessory.spoiler === true}>
            <Picture media={accessory.media} about={accessory.description ?? ""} class="thumbnail" />
          </SpoilerCover>
        )}
      </div>
    </div>
  );
}
