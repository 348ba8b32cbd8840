import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadPacks } from "../../src/features/recipes/load-packs.ts";
import { syntheticNames } from "../measuring/synthetic-names.ts";
import { seeded } from "../measuring/times.ts";

const FILES = 8;

/** Writes a pack of so many recipes, like those of the pack that comes with Guildsmith, in eight professions; gives its folder. */
export async function writeLargePack(count: number): Promise<string> {
  const { packs } = await loadPacks([new URL("../../packs/wow-classic", import.meta.url).pathname]);
  const real = packs.flatMap(({ recipes }) => recipes);
  const names = syntheticNames(real.map(({ name }) => name), count, seeded(7));
  const folder = mkdtempSync(join(tmpdir(), "guildsmith-large-pack-"));
  mkdirSync(folder, { recursive: true });
  const professions = Array.from({ length: FILES }, (_, file) => ({ id: `craft-${file}`, name: `Craft ${file}` }));
  writeFileSync(join(folder, "pack.yaml"), JSON.stringify({ id: "large", name: "Large", game: "Any", version: "1", professions, sources: [] }));
  for (const [file, { id: profession }] of professions.entries()) {
    const recipes = names.flatMap((name, at) => {
      const { profession: _, ...recipe } = real[at % real.length] ?? { profession };
      return at % FILES === file ? [{ ...recipe, id: `recipe-${at}`, name }] : [];
    });
    writeFileSync(join(folder, `${profession}.json`), JSON.stringify({ profession, recipes }));
  }
  return folder;
}
