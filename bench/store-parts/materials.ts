import type { Narrowing } from "../../src/features/materials/totals.ts";
import { seeded, Times } from "../measuring/times.ts";
import type { BenchDesk } from "./desk.ts";
import { crafterId, CRAFTERS, GUILD, MEMBERS, PROFESSIONS } from "./fill.ts";

const WARM_UP = 5;
const ASKED = 50;
const CHARACTERS = 24;

/** What is missing over the queue, as `/materials` asks for it: the totals, and the characters that one can narrow them to. */
export async function benchMaterials({ materials, store }: BenchDesk): Promise<readonly string[]> {
  const random = seeded(7);
  const crafter = (): string => crafterId(Math.floor(random() * CRAFTERS));
  const character = (): string => `character${Math.floor(random() * MEMBERS)}`;
  const narrowings: Record<string, () => Narrowing> = {
    "missing, every profession": () => ({ professions: null }),
    "missing, three professions": () => ({ professions: PROFESSIONS.slice(0, 3) }),
    "missing, one character": () => ({ professions: null, characterId: character() }),
    "missing, claimed by one": () => ({ professions: null, crafterId: crafter() }),
  };
  const lines: string[] = [];
  for (const [what, narrowing] of Object.entries(narrowings)) {
    const ask = (): Promise<unknown> => Promise.all([materials.totals(GUILD, narrowing()), materials.listNeedyCharacters(GUILD, narrowing(), CHARACTERS)]);
    for (let n = 0; n < WARM_UP; n++) await ask();
    const times = new Times();
    await times.during(async () => {
      for (let n = 0; n < ASKED; n++) await times.time(ask);
    });
    lines.push(`  ${what.padEnd(28)}${times.summary()}   ${times.cpuEach()}   (${times.count})`);
  }
  const { n } = await store.read.selectFrom("material_needs").select((eb) => eb.fn.countAll<number>().as("n")).executeTakeFirstOrThrow();
  return [`materials over the queue; ${n.toLocaleString("en")} needs of active requests`, ...lines];
}
