import type { BuiltRecipe } from "./recipes.ts";

const field = (key: string, value: unknown): string => `${JSON.stringify(key)}: ${JSON.stringify(value)}`;

const oneLine = (object: object): string => `{ ${Object.entries(object).map(([key, value]) => field(key, value)).join(", ")} }`;

function recipeText({ materials, produces, source, ...rest }: BuiltRecipe): string {
  const head = Object.entries(rest).filter(([, value]) => value !== undefined).map(([key, value]) => field(key, value));
  if (produces > 1) head.push(field("produces", produces));
  const body = materials.map((material) => `        ${oneLine(material)}`).join(",\n");
  return `    {\n      ${head.join(", ")},\n      "materials": [\n${body}\n      ],\n      ${field("source", source)}\n    }`;
}

const sortKey = ({ category, name, id }: BuiltRecipe): string => `${category}\n${name}\n${id}`;
const byCategoryAndName = (a: BuiltRecipe, b: BuiltRecipe): number => (sortKey(a) < sortKey(b) ? -1 : 1);

/** A recipe file's text: by category, then name; one material a line, so that a changed number is a changed line. */
export const recipeFileText = (profession: string, recipes: readonly BuiltRecipe[]): string =>
  `{\n  ${field("profession", profession)},\n  "recipes": [\n${recipes.toSorted(byCategoryAndName).map(recipeText).join(",\n")}\n  ]\n}\n`;
