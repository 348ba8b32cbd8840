import type { BenchDesk } from "./desk.ts";
import { crafterId, CRAFTERS, GUILD, HEAVY_MEMBER, MEMBERS, memberId, PROFESSIONS } from "./fill.ts";
import { seeded, Times } from "../measuring/times.ts";

const WARM_UP = 100;
const ASKED = 2_000;
const PAGE_SIZE = 10;
const FAR = 1_000_000;
/** The page whose rows are farthest from either end. */
const middle = (open: number): number => Math.floor(open / PAGE_SIZE / 2);

/** What people ask for most, each with its count, as the views do: a page of ten. */
export async function benchLists({ reads }: BenchDesk): Promise<readonly string[]> {
  const random = seeded(5);
  const some = (size: number): readonly string[] => {
    const first = Math.floor(random() * PROFESSIONS.length);
    return Array.from({ length: size }, (_, n) => PROFESSIONS[(first + n) % PROFESSIONS.length] ?? "");
  };
  const crafter = (): string => crafterId(Math.floor(random() * CRAFTERS));
  const member = (): string => memberId(Math.floor(random() * MEMBERS));
  const { total } = await reads.listQueue(GUILD, "nobody", null, 0, PAGE_SIZE);
  const asked: Record<string, () => Promise<unknown>> = {
    "queue, one profession": () => reads.listQueue(GUILD, crafter(), some(1), 0, PAGE_SIZE),
    "queue, three professions": () => reads.listQueue(GUILD, crafter(), some(3), 0, PAGE_SIZE),
    "queue, every profession": () => reads.listQueue(GUILD, crafter(), null, 0, PAGE_SIZE),
    "queue, three, middle page": () => reads.listQueue(GUILD, crafter(), some(3), middle((total * 3) / PROFESSIONS.length), PAGE_SIZE),
    "queue, every, middle page": () => reads.listQueue(GUILD, crafter(), null, middle(total), PAGE_SIZE),
    "queue, three, last page": () => reads.listQueue(GUILD, crafter(), some(3), FAR, PAGE_SIZE),
    mine: () => reads.listMine(GUILD, member(), null, 0, PAGE_SIZE),
    "mine, open and claimed": () => reads.listMine(GUILD, member(), ["open", "claimed", "in_progress"], 0, PAGE_SIZE),
    "mine, who asked for most": () => reads.listMine(GUILD, HEAVY_MEMBER, null, 0, PAGE_SIZE),
    "one by its number": () => reads.getByNumber(GUILD, 1 + Math.floor(random() * 10_000)),
    "recent items": () => reads.listRecentRecipes(GUILD, member(), 25),
  };
  const lines: string[] = [];
  for (const [what, ask] of Object.entries(asked)) {
    for (let n = 0; n < WARM_UP; n++) await ask();
    const times = new Times();
    await times.during(async () => {
      for (let n = 0; n < ASKED; n++) await times.time(ask);
    });
    lines.push(`  ${what.padEnd(28)}${times.summary()}   ${times.cpuEach()}   (${times.count})`);
  }
  const { total: most } = await reads.listMine(GUILD, HEAVY_MEMBER, null, 0, PAGE_SIZE);
  return [`lists of ${PAGE_SIZE} with their counts; ${total.toLocaleString("en")} open in the guild, ${most.toLocaleString("en")} by who asked for most`, ...lines];
}
