import { describe, expect, it } from "vitest";
import type { Pack } from "./features/recipes/recipe.ts";
import { unknownNames } from "./unknown-names.ts";

const pack = (id: string, ...professions: string[]): Pack => ({ id, name: id, game: id, version: "1", sources: [], recipes: [], professions: professions.map((name) => ({ id: name, name })) });
const packs = [pack("classic", "enchanting", "tailoring"), pack("space", "welding")];
const rolesOf = (...professions: string[]) => ({ officer: [], member: [], core: [], professions: Object.fromEntries(professions.map((id) => [id, ["1"]])) });

describe("names in the guild file", () => {
  it("are told when no pack has them", () => {
    const guilds = new Map([
      ["1", { packs: ["classic", "clasic"], roles: rolesOf("enchanting", "welding") }],
      ["2", { roles: rolesOf("enchnting") }],
    ]);
    expect(unknownNames(guilds, packs)).toEqual([
      'guildsmith.yaml sets up guild 1 with the pack "clasic", which is not there; there are: classic, space',
      'guildsmith.yaml sets up guild 1 with the profession "welding", which is not there; there are: enchanting, tailoring',
      'guildsmith.yaml sets up guild 2 with the profession "enchnting", which is not there; there are: enchanting, tailoring, welding',
    ]);
  });

  it("are quiet when they are right", () => {
    expect(unknownNames(new Map([["1", { packs: ["space"], roles: rolesOf("welding") }], ["2", {}]]), packs)).toEqual([]);
  });
});
