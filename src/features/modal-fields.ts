import { type APIModalSubmissionComponent, ComponentType } from "discord-api-types/v10";

/** What a person filled into a modal, by custom id. A part that is absent reads as empty. */
export class ModalFields {
  readonly #values: ReadonlyMap<string, readonly string[]>;

  constructor(values: ReadonlyMap<string, readonly string[]>) {
    this.#values = values;
  }

  /** Whether the modal had this part at all. */
  has(customId: string): boolean {
    return this.#values.has(customId);
  }

  /** A text input's text or a single choice, trimmed; empty when nothing was given. Without U+0000, which PostgreSQL stores in no text. */
  text(customId: string): string {
    return (this.#values.get(customId)?.[0] ?? "").replaceAll("\0", "").trim();
  }

  /** The choices of a select or a checkbox group. */
  choices(customId: string): readonly string[] {
    return this.#values.get(customId) ?? [];
  }
}

/** Reads Discord's submission, whose parts sit in labels (components/reference.mdx in its documentation). */
export function readModalFields(components: readonly APIModalSubmissionComponent[]): ModalFields {
  const values = new Map<string, readonly string[]>();
  for (const top of components) {
    if (top.type === ComponentType.TextDisplay) continue;
    const parts = top.type === ComponentType.Label ? [top.component] : top.components;
    for (const part of parts) {
      if ("values" in part) values.set(part.custom_id, part.values);
      else values.set(part.custom_id, part.value === null || part.value === undefined ? [] : [String(part.value)]);
    }
  }
  return new ModalFields(values);
}
