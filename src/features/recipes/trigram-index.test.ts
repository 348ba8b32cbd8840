import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { loadPacks } from "./load-packs.ts";
import { searchText } from "./search-text.ts";
import { indexNames, TrigramIndex } from "./trigram-index.ts";

const MANY = 5_000;
let real: readonly string[];
/** The real names and, up to 5,000, new ones out of their words. */
let many: readonly string[];
let index: TrigramIndex;
let realIndex: TrigramIndex;

beforeAll(async () => {
  const { packs } = await loadPacks(["packs/wow-classic"]);
  real = packs.flatMap(({ recipes }) => recipes.map(({ name }) => name));
  const names = new Set(real);
  for (const [step, first] of Array.from({ length: 97 }, () => real).entries())
    for (const [at, name] of first.entries()) {
      const other = real[(at * 7 + step * 31) % real.length]?.split(" ") ?? [];
      if (names.size < MANY) names.add([...name.split(" ").slice(0, 1 + (step % 3)), ...other.slice(-1 - (at % 2))].join(" "));
    }
  many = [...names];
  index = new TrigramIndex(indexNames(many));
  realIndex = new TrigramIndex(indexNames(real));
});

const withTypo = (name: string, kind: number, at: number, letter: string): string => {
  const place = at % (name.length - 1);
  const typos = [
    name.slice(0, place) + letter + name.slice(place + 1),
    name.slice(0, place) + name.slice(place + 1),
    name.slice(0, place) + letter + name.slice(place),
    name.slice(0, place) + name.charAt(place + 1) + name.charAt(place) + name.slice(place + 2),
  ];
  return typos[kind] ?? name;
};
const typo = fc.record({ kind: fc.nat(3), at: fc.nat(99), letter: fc.integer({ min: 97, max: 122 }).map((code) => String.fromCodePoint(code)) });
const search = (query: string, preferred: readonly string[] = []) =>
  realIndex.search(query, { limit: 25, preferred: preferred.map((name) => real.indexOf(name)) }).map((position) => real[position]);

describe("for any name", () => {
  test("typed exactly, in any case, it is first", () => {
    expect(many.length).toBe(MANY);
    for (const name of [...real, ...many.filter((_, position) => position % 4 === 0)]) {
      const [first] = index.search(name.toUpperCase(), { limit: 1 });
      expect(searchText(many[first ?? -1] ?? "")).toBe(searchText(name));
    }
  });

  test("a real one with a random typo is among the first 25", () => {
    fc.assert(
      fc.property(fc.nat(), typo, (pick, { kind, at, letter }) => {
        const name = real[pick % real.length] ?? "";
        fc.pre(name.length >= 6);
        expect(search(withTypo(name, kind, at, letter))).toContain(name);
      }),
      { numRuns: 1_000 },
    );
  });

  // The numbers are fixed: made-up names may be so much alike that a typo in one is another's beginning.
  test("every one of 5,000 with a random typo is among the first 25", () => {
    const typos = fc.sample(typo, { numRuns: many.length, seed: 20_261_124 });
    const lost = many.filter((name, position) => {
      const { kind, at, letter } = typos[position] ?? { kind: 0, at: 0, letter: "a" };
      return name.length >= 6 && !index.search(withTypo(name, kind, at, letter), { limit: 25 }).includes(position);
    });
    expect(lost).toEqual([]);
  });

  test("any text gives an answer: no more than asked for, and nothing twice", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 120 }), fc.nat(30), fc.array(fc.nat(MANY - 1), { maxLength: 5 }), (query, limit, preferred) => {
        const found = index.search(query, { limit, preferred });
        expect(found.length).toBeLessThanOrEqual(limit);
        expect(new Set(found).size).toBe(found.length);
        expect(found.every((position) => many[position] !== undefined)).toBe(true);
      }),
    );
  });
});

describe("what a person types", () => {
  test.each([
    ["crusader weapon", "Enchant Weapon - Crusader"],
    ["weap cru", "Enchant Weapon - Crusader"],
    ["crusadr", "Enchant Weapon - Crusader"],
    ["flsk titans", "Flask of the Titans"],
    ["mooncloht bag", "Mooncloth Bag"],
    ["trolls blood weak", "Weak Troll's Blood Potion"],
    ["encahnt bracer stamna", "Enchant Bracer - Stamina"],
    ["RUNECLOTH BAG", "Runecloth Bag"],
    ["fireweapon", "Enchant Weapon - Fiery Weapon"],
    ["fieryweapon", "Enchant Weapon - Fiery Weapon"],
    ["minorspeed boots", "Enchant Boots - Minor Speed"],
  ])("%j finds %j first", (query, name) => {
    expect(search(query)[0]).toBe(name);
  });

  test("what is like nothing finds nothing", () => {
    expect(search("xylophone")).toEqual([]);
    expect(search("?!")).toEqual(realIndex.search("", { limit: 25 }).map((position) => real[position]));
  });

  test("one or two letters find words that begin so, and forgive nothing", () => {
    for (const query of ["w", "bo", "mo"]) {
      const found = search(query);
      expect(found.length).toBeGreaterThan(0);
      expect(found.filter((name) => !` ${searchText(name ?? "")}`.includes(` ${query}`))).toEqual([]);
    }
    expect(search("qz")).toEqual([]);
  });

  test("the name itself comes before a preferred one, a preferred one before the rest, beginnings before words", () => {
    const found = search("mooncloth", ["Mooncloth Vest"]);
    expect(found.slice(0, 2)).toEqual(["Mooncloth", "Mooncloth Vest"]);
    const bolts = search("silk", ["Bolt of Silk Cloth"]);
    expect(bolts.slice(0, 2)).toEqual(["Bolt of Silk Cloth", "Silk Headband"]);
    expect(bolts).toContain("Azure Silk Vest");
  });

  test("with a typo too, a preferred one goes before its equals, but not before a much better one", () => {
    expect(search("mooncloht", ["Mooncloth Vest"])[0]).toBe("Mooncloth Vest");
    expect(search("enchant cloak stealht", ["Enchant Cloak - Minor Agility"])[0]).toBe("Enchant Cloak - Stealth");
  });

  test("several preferred ones come in their order", () => {
    expect(search("", ["Runecloth Bag", "Bolt of Silk Cloth"]).slice(0, 2)).toEqual(["Runecloth Bag", "Bolt of Silk Cloth"]);
    expect(search("bag", ["Runecloth Bag", "Linen Bag"]).slice(0, 2)).toEqual(["Runecloth Bag", "Linen Bag"]);
  });
});

test("accents and other scripts", () => {
  const names = ["Élixir de mémoire", "Эликсир силы", "Feenstaub", "治疗药水"];
  const own = new TrigramIndex(indexNames(names));
  const first = (query: string) => names[own.search(query, { limit: 1 })[0] ?? -1];
  expect(["elixir memoire", "эликсир", "治疗"].map(first)).toEqual(["Élixir de mémoire", "Эликсир силы", "治疗药水"]);
});
