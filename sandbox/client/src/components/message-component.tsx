import { ComponentType, SeparatorSpacingSize, type APIMessageTopLevelComponent } from "discord-api-types/v10";
import type { JSX } from "preact";
import { cssColor } from "../colors.ts";
import { FileCard } from "./file-card.tsx";
import { Markdown } from "./markdown.tsx";
import { MediaGallery } from "./media-gallery.tsx";
import { MessageButton } from "./message-button.tsx";
import { MessageSelect } from "./message-select.tsx";
import { Section } from "./section.tsx";
import { SpoilerCover } from "./spoiler.tsx";

/** One component of a message, whatever its kind. */
export function MessageComponent({ component }: { readonly component: APIMessageTopLevelComponent }): JSX.Element {
  switch (component.type) {
    case ComponentType.ActionRow:
      return (
        <div class="action-row">
          {component.components.map((part, index) =>
            part.type === ComponentType.Button ? <MessageButton key={index} button={part} /> : <MessageSelect key={part.custom_id} select={part} />,
          )}
        </div>
      );
    case ComponentType.Container:
      return (
        <SpoilerCover hidden={component.spoiler === true}>
          <div class="container" style={{ "--accent": cssColor(component.accent_color) ?? "transparent" }} data-accented={component.accent_color !== null && component.accent_color !== undefined}>
            {component.components.map((part, index) => (
              <MessageComponent key={index} component={part} />
            ))}
          </div>
        </SpoilerCover>
      );
    case ComponentType.Section:
      return <Section section={component} />;
    case ComponentType.TextDisplay:
      return <Markdown text={component.content} />;
    case ComponentType.MediaGallery:
      return <MediaGallery items={component.items} />;
    case ComponentType.File:
      return <FileCard file={component} />;
    case ComponentType.Separator: {
      const large = component.spacing === SeparatorSpacingSize.Large;
      return <hr class={`separator${large ? " large" : ""}${component.divider === false ? " blank" : ""}`} />;
    }
  }
}
