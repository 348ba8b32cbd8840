import { type APIMessageComponent, type APIMessageTopLevelComponent, ComponentType } from "discord-api-types/v10";
import { addDefaults } from "./component-defaults.ts";

/** Every component of a message, parents before their children, in the order in which they are read. */
export function* allComponents(components: readonly APIMessageComponent[]): Generator<APIMessageComponent> {
  for (const component of components) {
    yield component;
    if (component.type === ComponentType.ActionRow || component.type === ComponentType.Container) yield* allComponents(component.components);
    if (component.type === ComponentType.Section) yield* allComponents([...component.components, component.accessory]);
  }
}

/** What Discord adds to a component that came without: a number of its own within the message, and what stands when nothing is said. */
export function numberComponents(components: readonly APIMessageTopLevelComponent[]): APIMessageTopLevelComponent[] {
  const copy = structuredClone([...components]);
  const taken = new Set<number>();
  for (const { id } of allComponents(copy)) if (id) taken.add(id);
  let next = 1;
  for (const component of allComponents(copy)) {
    addDefaults(component);
    if (component.id) continue;
    while (taken.has(next)) next += 1;
    component.id = next;
    next += 1;
  }
  return copy;
}

/** All text that a message's Text Displays show. */
export function displayedText(components: readonly APIMessageComponent[]): string[] {
  return [...allComponents(components)].flatMap((component) => (component.type === ComponentType.TextDisplay ? [component.content] : []));
}
