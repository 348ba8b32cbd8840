import { type APIComponentInContainer, type APIMessageTopLevelComponent, ComponentType } from "discord-api-types/v10";
import type { View } from "./contract.ts";
import { LIMITS, shorten } from "./view-kit.ts";

/**
 * A view whose texts fit Discord's limit over all of them together (components/reference.mdx in its
 * documentation): the longest are cut first, and a view within the limit stays as it is. Views keep within it
 * by themselves; this is for the day on which everything in one is as long as it may be.
 */
export function fitTexts(view: View): View {
  const lengths = view.components.flatMap(textLengths);
  if (sum(lengths) <= LIMITS.textDisplay) return view;
  const limit = longestFitting(lengths);
  return { ...view, components: view.components.map((component) => cut(component, limit)) };
}

const sum = (lengths: readonly number[]): number => lengths.reduce((total, length) => total + length, 0);

function textLengths(component: APIMessageTopLevelComponent | APIComponentInContainer): readonly number[] {
  switch (component.type) {
    case ComponentType.TextDisplay:
      return [component.content.length];
    case ComponentType.Container:
    case ComponentType.Section:
      return component.components.flatMap(textLengths);
    default:
      return [];
  }
}

function cut<C extends APIMessageTopLevelComponent | APIComponentInContainer>(component: C, limit: number): C {
  switch (component.type) {
    case ComponentType.TextDisplay:
      return { ...component, content: shorten(component.content, limit) };
    case ComponentType.Container:
    case ComponentType.Section:
      return { ...component, components: component.components.map((inner) => cut(inner, limit)) };
    default:
      return component;
  }
}

/** The greatest length to which every text can be cut so that all fit; shorter ones leave their room to the longer. */
function longestFitting(lengths: readonly number[]): number {
  let room: number = LIMITS.textDisplay;
  const ascending = lengths.toSorted((a, b) => a - b);
  for (const [index, length] of ascending.entries()) {
    const share = Math.floor(room / (ascending.length - index));
    if (length > share) return share;
    room -= length;
  }
  return LIMITS.textDisplay;
}
