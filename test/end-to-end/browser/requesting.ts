import type { PersonPage, Words } from "./person-page.ts";

export interface Wish {
  readonly profession: string;
  readonly category: string;
  readonly item: Words;
  readonly quantity: string;
  /** For somebody who has no character yet. */
  readonly character?: string;
  readonly note?: string;
}

/** From the panel to the item's details, in the guide's one message. */
export async function guideToDetails(person: PersonPage, { profession, category, item }: Pick<Wish, "profession" | "category" | "item">): Promise<void> {
  await person.press("Create request", await person.sees("The crafting desk"));
  await person.told("Which profession");
  await person.press(profession);
  await person.told("what kind of thing");
  await person.chooseIn(person.reply.getByRole("combobox", { name: /Choose a category/ }), new RegExp(`^${category}$`));
  await person.told("which one?");
  await person.chooseIn(person.reply.getByRole("combobox", { name: /Choose an item/ }), item);
  await person.told("Quantity", "Materials");
}

/** In the item's details; until then it is one. */
export async function setQuantity(person: PersonPage, quantity: string): Promise<void> {
  await person.press("Set…");
  await person.submit({ Quantity: quantity });
  await person.told(`Quantity ${quantity}`);
}

/** Asks for a craft on the guided way, from the panel to the sent form. */
export async function guidedRequest(person: PersonPage, wish: Wish): Promise<void> {
  await guideToDetails(person, wish);
  await setQuantity(person, wish.quantity);
  await person.press("Continue…");
  await person.submit({
    ...(wish.character === undefined ? {} : { "Your character's name": wish.character }),
    ...(wish.note === undefined ? {} : { "Note for the crafter": wish.note }),
  });
}
