import type { Field } from "./form.ts";

/** A webhook's name, 1 to 80 characters, that pretends to be nobody. Source: resources/webhook.mdx in Discord's documentation. */
export function readWebhookName(field: Field): string | undefined {
  const name = field.text({ min: 1, max: 80 })?.trim();
  const taken = ["clyde", "discord"].find((word) => name?.toLowerCase().includes(word));
  if (taken !== undefined) field.refuse("USERNAME_INVALID_CONTAINS", `Username cannot contain "${taken}"`);
  return name;
}
