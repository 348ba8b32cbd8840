import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readWorldFile } from "./read.ts";
import type { WorldFile } from "./schema.ts";

const FILE = join(import.meta.dirname, "../worlds/the-gilded-anvil.yaml");
let known: WorldFile | null = null;

/** The Gilded Anvil, with which a sandbox begins when it is given no other world. */
export function defaultWorld(): WorldFile {
  known ??= readWorldFile(readFileSync(FILE, "utf8"), FILE);
  return known;
}
