import { describe, expect, it } from "vitest";
import type { Pack } from "./features/recipes/recipe.ts";
import { readGuildFile } from "./guild-file.ts";
import { unknownNames } from "./unknown-names.ts";

const pack = (id: string, ...professions: string[]): Pack => ({ id, name: id, game: id, version: "1", sources: [], recipes: [], professions: professions.map((name) => ({ id: name, name })) });
const packs = [pack("classic", "enchanting", "tailoring"), pack("space", "welding")];
const ONE = "123456789012345671";
const TWO = "123456789012345672";
const unknownIn = (text: string, present = packs): readonly string[] => unknownNames(readGuildFile("desk.yaml", text).named, present).map(({ where, problem }) => `${where}: ${problem}`);

describe("names in the guild file", () => {
  it("are told by file and line when no pack has them", () => {
    const text = `guilds:
  "${ONE}":
    packs: [classic,
      clasic]
    roles:
      professions:
        enchanting: ${ONE}
        weldng: ${ONE}
  "${TWO}":
    roles:
      professions: { enchnting: ${ONE} }
`;
    expect(unknownIn(text)).toEqual([
      `desk.yaml line 4 (guilds.${ONE}.packs.1): there is no pack "clasic"; there are: classic, space`,
      `desk.yaml line 8 (guilds.${ONE}.roles.professions.weldng): there is no profession "weldng"; there are: enchanting, tailoring, welding`,
      `desk.yaml line 11 (guilds.${TWO}.roles.professions.enchnting): there is no profession "enchnting"; there are: enchanting, tailoring, welding`,
    ]);
    expect(unknownIn(`guilds:\n  "${ONE}":\n    packs: [classic]\n`, [])).toEqual([`desk.yaml line 3 (guilds.${ONE}.packs.0): there is no pack "classic"; there is none`]);
  });

  it("are professions of the guild's packs; of all packs where one of its own is misspelt", () => {
    const guild = (packs: string): string => `guilds:\n  "${ONE}":\n    packs: [${packs}]\n    roles: { professions: { welding: ${ONE} } }\n`;
    const unknownPack = `desk.yaml line 3 (guilds.${ONE}.packs.0): there is no pack "spcae"; there are: classic, space`;
    expect(unknownIn(guild("spcae"))).toEqual([unknownPack]);
    expect(unknownIn(guild("classic"))).toEqual([`desk.yaml line 4 (guilds.${ONE}.roles.professions.welding): there is no profession "welding"; there are: enchanting, tailoring`]);
  });

  it("are quiet when they are right", () => {
    expect(unknownIn(`guilds:\n  "${ONE}":\n    packs: [space]\n    roles: { professions: { welding: ${ONE} } }\n  "${TWO}": {}\n`)).toEqual([]);
  });
});
