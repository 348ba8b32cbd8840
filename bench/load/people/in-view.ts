import type { APIMessage } from "discord-api-types/v10";
import { usableComponents } from "../../../sandbox/driver.ts";

type Component = ReturnType<typeof usableComponents>[number];

/** The first button or select whose custom id fits and that is not switched off. */
export const componentOf = (message: APIMessage, fits: (customId: string) => boolean): Component | null =>
  usableComponents(message).find((component) => component.disabled !== true && fits(component.custom_id)) ?? null;

/** The values that a select offers. */
export const optionsOf = (component: Component | null): readonly string[] => (component && "options" in component ? component.options.map(({ value }) => value) : []);
