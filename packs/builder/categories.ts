import type { Item } from "./item-data.ts";

const ARMOUR: Readonly<Record<string, string>> = {
  Back: "Cloaks",
  Chest: "Chest",
  Feet: "Boots",
  Hands: "Gloves",
  Head: "Head",
  Legs: "Legs",
  Shirt: "Shirts",
  Shoulder: "Shoulders",
  Waist: "Belts",
  Wrist: "Bracers",
  Bag: "Bags",
};

function alchemy(name: string): string {
  if (name.startsWith("Flask ")) return "Flasks";
  if (name.includes("Elixir")) return "Elixirs";
  if (name.includes("Potion")) return "Potions";
  return /\bOil\b/.test(name) ? "Oils" : "Other";
}

function enchanting({ name, subclass }: Item): string {
  if (subclass === "Wand") return "Wands";
  if (name.endsWith(" Rod")) return "Rods";
  if (name.endsWith(" Oil")) return "Oils";
  return name.startsWith("Enchanted ") ? "Materials" : "Trinkets";
}

const tailoring = ({ slot, ...item }: Item): string => ARMOUR[slot] ?? (item.class === "Trade Goods" ? "Cloth" : "Other");

/** What a member looks for an item under. @throws Error for a profession that the builder does not know. */
export function categoryOf(profession: string, item: Item): string {
  if (profession === "Alchemy") return alchemy(item.name);
  if (profession === "Enchanting") return enchanting(item);
  if (profession === "Tailoring") return tailoring(item);
  throw new Error(`No categories for ${profession}.`);
}

/** The slot in an enchant's name: "Enchant Cloak - Stealth" is for a cloak. @throws Error when the name has none. */
export function enchantedSlot(name: string): string {
  const slot = /^Enchant (Boots|Bracer|Chest|Cloak|Gloves|Shield|Weapon|2H Weapon) - /.exec(name)?.[1];
  if (slot === undefined) throw new Error(`"${name}" does not say what it enchants.`);
  return slot === "2H Weapon" ? "Two-Handed Weapon" : slot;
}
