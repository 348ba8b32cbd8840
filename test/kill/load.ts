import type { APIMessage } from "discord-api-types/v10";
import { connectPerson } from "../../sandbox/driver.ts";
import { PEOPLE, type Sandbox } from "../../sandbox/index.ts";
import { askForCraft } from "./asking.ts";
import { claimInQueue, claimOnBoard, lookAtBoard, work } from "./crafting.ts";
import { type Hands, WORKPLACE } from "./hands.ts";
import type { Ledger } from "./ledger.ts";
import { type Chance, chance } from "./random.ts";

type Name = keyof typeof PEOPLE;

/** What each person mostly comes for. Crafters and officers ask for crafts too. */
const PARTS: Readonly<Partial<Record<Name, "member" | "crafter" | "officer">>> = {
  eva: "member",
  corwin: "member",
  garrick: "member",
  sylra: "crafter",
  brann: "crafter",
  odrin: "crafter",
  isolde: "crafter",
  tobin: "officer",
  maren: "officer",
};

/** How often a person asks for a craft rather than seeing to one. */
const ASKS: Readonly<Record<"member" | "crafter" | "officer", number>> = { member: 0.6, crafter: 0.15, officer: 0.1 };
/** Somebody keeps only so many messages in view. */
const KEPT = 4;

/** People who are at the desk. */
export interface Load {
  /** Lets everybody finish what they are at, and go. @throws what went wrong in the meantime */
  end(): Promise<void>;
}

/** Fills the desk with people until it is ended. */
export async function startLoad(sandbox: Sandbox, ledger: Ledger, seed: string): Promise<Load> {
  const closing = new AbortController();
  let notes = 0;
  const people = await Promise.all(
    Object.entries(PARTS).map(async ([name, part]) => {
      const driver = await connectPerson(sandbox.url, PEOPLE[name as Name]);
      const hands: Hands = {
        driver,
        chance: chance(`${seed}/${name}`),
        ledger,
        channelId: WORKPLACE,
        reopen(form) {
          const record = sandbox.world.interactions.get(form.interactionId);
          if (record) record.modal = form.modal;
        },
      };
      return { driver, hands, part, name };
    }),
  );

  const lives = people.map(async ({ driver, hands, part, name }) => {
    await driver.waitForBot(["request", "requests"], 60_000);
    const inView: APIMessage[] = [];
    while (!closing.signal.aborted) {
      const seen = hands.chance.happens(ASKS[part]) ? await ask(hands, `${name} note ${++notes}`) : await seeTo(hands, part, inView);
      if (seen) inView.push(seen);
      if (inView.length > KEPT) inView.shift();
      await idle(hands.chance);
    }
  });
  // Whoever fails is heard of at the end, and not as an unhandled rejection before it.
  const all = Promise.allSettled(lives);

  return {
    async end() {
      closing.abort();
      const ends = await all;
      await Promise.all(people.map(({ driver }) => driver.close()));
      for (const end of ends) if (end.status === "rejected") throw end.reason;
    },
  };
}

async function ask(hands: Hands, note: string): Promise<APIMessage | null> {
  return (await askForCraft(hands, note))?.message ?? null;
}

/** Something about a request that is there: mostly one that is in view already. */
async function seeTo(hands: Hands, part: "member" | "crafter" | "officer", inView: APIMessage[]): Promise<APIMessage | null> {
  const { chance } = hands;
  const [known] = chance.happens(0.75) ? inView.splice(chance.between(0, Math.max(0, inView.length - 1)), 1) : [];
  if (known) return work(hands, known);
  if (part !== "crafter") return lookAtBoard(hands);
  if (chance.happens(0.2)) await claimInQueue(hands);
  return claimOnBoard(hands);
}

const idle = (chance: Chance): Promise<void> => new Promise((resolve) => setTimeout(resolve, chance.between(5, 60)));
