import { type APIMessageComponent, ComponentType, SeparatorSpacingSize } from "discord-api-types/v10";

/** Adds what Discord's answers always say of a component. Source: components/reference.mdx in Discord's documentation. */
export function addDefaults(component: APIMessageComponent): void {
  switch (component.type) {
    case ComponentType.Container:
      component.accent_color ??= null;
      component.spoiler ??= false;
      break;
    case ComponentType.Separator:
      component.divider ??= true;
      component.spacing ??= SeparatorSpacingSize.Small;
      break;
    case ComponentType.MediaGallery:
      for (const item of component.items) {
        item.description ??= null;
        item.spoiler ??= false;
      }
      break;
    case ComponentType.Thumbnail:
      component.description ??= null;
      component.spoiler ??= false;
      break;
    case ComponentType.File:
      component.spoiler ??= false;
      break;
    case ComponentType.StringSelect:
    case ComponentType.UserSelect:
    case ComponentType.RoleSelect:
    case ComponentType.MentionableSelect:
    case ComponentType.ChannelSelect:
      component.min_values ??= 1;
      component.max_values ??= 1;
      break;
    default:
  }
}
