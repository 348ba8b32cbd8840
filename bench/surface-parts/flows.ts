import type { APIMessage } from "discord-api-types/v10";
import { type Driver, type Outcome, textOf, usableComponents } from "../../sandbox/driver.ts";
import { CHANNELS } from "../../sandbox/index.ts";
import { DESK, type FlowDesk, shownTo } from "./desk.ts";

/** One flow: what is there before, and what is measured, in interactions of one person. */
export interface Flow {
  readonly name: string;
  run(stage: Stage): Promise<void>;
}

/** The people, and how many interactions they have had. */
export class Stage {
  interactions = 0;
  readonly eva: Driver;
  readonly sylra: Driver;
  readonly tobin: Driver;
  /** What the person who goes through the flows was shown last. */
  shown: APIMessage | null = null;

  private constructor(eva: Driver, sylra: Driver, tobin: Driver) {
    this.eva = eva;
    this.sylra = sylra;
    this.tobin = tobin;
  }

  static async open(desk: FlowDesk): Promise<Stage> {
    return new Stage(await desk.person("eva"), await desk.person("sylra"), await desk.person("tobin"));
  }

  async command(person: Driver, name: string, options: Record<string, string | number> = {}): Promise<Outcome> {
    return this.#counted(person, await person.command({ channelId: DESK, name, options }));
  }

  async press(person: Driver, what: string, values?: readonly string[], message = this.shown): Promise<Outcome> {
    if (!message) throw new Error(`nothing to press ${what} on`);
    return this.#counted(person, await person.press(message, what, values));
  }

  async submit(person: Driver, { modal }: Outcome, fields: Record<string, string>): Promise<void> {
    if (!modal) throw new Error("no form was opened");
    const known = Object.entries(fields).filter(([id]) => JSON.stringify(modal.modal).includes(`"${id}"`));
    await this.#counted(person, await person.submit(modal, Object.fromEntries(known)));
  }

  /** Chooses the first of what a select offers. */
  chooseFirst(person: Driver, prefix: string): Promise<Outcome> {
    const select = usableComponents(this.#last()).find((one) => one.custom_id.startsWith(prefix));
    if (!select || !("options" in select)) throw new Error(`no select ${prefix} in:\n${textOf(this.#last())}`);
    return this.press(person, select.custom_id, [select.options[0]?.value ?? ""]);
  }

  card(person: Driver, ...texts: readonly string[]): Promise<APIMessage> {
    return person.waitForMessage(CHANNELS.craftingBoard, (message) => texts.every((text) => textOf(message).includes(text)));
  }

  #last(): APIMessage {
    if (!this.shown) throw new Error("nothing is shown");
    return this.shown;
  }

  async #counted(person: Driver, outcome: Outcome): Promise<Outcome> {
    this.interactions += 1;
    if (outcome.message) this.shown = await shownTo(person, outcome);
    return outcome;
  }
}

const NEW = { "character-name": "Brightblade" };

const quick = async (stage: Stage, quantity: number): Promise<void> => {
  const [choice] = await stage.eva.autocomplete({ channelId: DESK, name: "request", focused: "item", options: { item: "crusader" } });
  await stage.submit(stage.eva, await stage.command(stage.eva, "request", { item: String(choice?.value), quantity }), NEW);
};

/** In this order: each goes on with what the ones before it left. */
export const FLOWS: readonly Flow[] = [
  {
    name: "add a character",
    async run(stage) {
      await stage.command(stage.eva, "characters");
      await stage.submit(stage.eva, await stage.press(stage.eva, "Add a character"), { name: "Brightblade" });
    },
  },
  { name: "submit, quick", run: (stage) => quick(stage, 2) },
  {
    name: "submit, guided",
    async run(stage) {
      const panel = await stage.eva.waitForMessage(DESK, (message) => textOf(message).includes("Create request"));
      await stage.press(stage.eva, "Create request", undefined, panel);
      await stage.press(stage.eva, "Tailoring");
      await stage.chooseFirst(stage.eva, "new.category");
      await stage.chooseFirst(stage.eva, "new.item");
      await stage.submit(stage.eva, await stage.press(stage.eva, "Continue…"), NEW);
    },
  },
  { name: "see one's requests", run: async (stage) => void (await stage.command(stage.eva, "status")) },
  { name: "claim, on the board", run: async (stage) => void (await stage.press(stage.sylra, "Claim", undefined, await stage.card(stage.sylra, "Crusader", "Claim"))) },
  { name: "start", run: async (stage) => void (await stage.press(stage.sylra, "Start")) },
  { name: "release", run: async (stage) => void (await stage.press(stage.sylra, "Release")) },
  {
    name: "claim and complete",
    async run(stage) {
      await stage.press(stage.sylra, "Claim");
      await stage.press(stage.sylra, "Complete all 2");
    },
  },
  {
    name: "claim 20 at once",
    async run(stage) {
      await stage.command(stage.sylra, "requests");
      await stage.press(stage.sylra, "Choose all 20");
      await stage.press(stage.sylra, "Claim");
    },
  },
  {
    name: "change a setting",
    async run(stage) {
      await stage.command(stage.tobin, "settings");
      await stage.press(stage.tobin, "Roles");
      const select = usableComponents(stage.shown ?? (await Promise.reject(new Error("no settings")))).find((one) => one.custom_id.startsWith("settings.roles"));
      await stage.press(stage.tobin, select?.custom_id ?? "", []);
    },
  },
];

/** What `claim 20 at once` needs; not measured. */
export async function fillQueue(stage: Stage): Promise<void> {
  for (let n = 0; n < 20; n++) await quick(stage, 1);
}
