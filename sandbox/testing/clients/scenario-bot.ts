import type { Sandbox } from "../../index.ts";

/** What the scenario asks of a bot, in no library's words. Each client has an adapter that does it in its own way. */
export interface ScenarioBot extends AsyncDisposable {
  send(channelId: string, content: string): Promise<string>;
  edit(channelId: string, messageId: string, content: string): Promise<void>;
  remove(channelId: string, messageId: string): Promise<void>;
  removeMany(channelId: string, messageIds: readonly string[]): Promise<void>;
  /** Writes to a person; gives the message's id. */
  writeTo(userId: string, content: string): Promise<string>;
  /** Opens a public thread in a channel and writes there; gives the thread's id. */
  openThread(channelId: string, name: string, content: string): Promise<string>;
  upload(channelId: string, fileName: string, data: Buffer): Promise<void>;
  /** All members of a guild over the gateway; gives how many. */
  loadMembers(guildId: string): Promise<number>;
}

/** A client library that the scenario runs with. */
export interface ScenarioClient {
  /** As it is published, with its major version. */
  readonly name: string;
  /** Steps of the scenario that the library cannot do by itself, and why. The scenario sees that they really fail. */
  readonly lacks: Readonly<Partial<Record<ScenarioStep, string>>>;
  /** Logs in, registers {@link COMMANDS}, and from then on answers as {@link ANSWERS} says. */
  readonly start: (sandbox: Sandbox) => Promise<ScenarioBot>;
}

export const SCENARIO_STEPS = [
  "log in and register commands",
  "autocomplete",
  "slash command",
  "button",
  "select",
  "modal, deferred answer and follow-up",
  "send, edit and delete",
  "bulk delete",
  "direct message",
  "thread",
  "file upload",
  "load all members",
  "resume when asked to reconnect",
  "resume after a lost connection",
] as const;

export type ScenarioStep = (typeof SCENARIO_STEPS)[number];

const TEXT = 3;

/** What every bot registers. Types: 3 is a text option. */
export const COMMANDS = [
  { name: "brew", description: "Brews something", options: [{ type: TEXT as 3, name: "potion", description: "Which one", required: true, autocomplete: true }] },
  { name: "label", description: "Writes a label" },
];

export const POTIONS = ["Elixir of Giants", "Elixir of Fortitude", "Swiftness Potion"];

export const choicesFor = (typed: string): { name: string; value: string }[] =>
  POTIONS.filter((name) => name.toLowerCase().includes(typed.toLowerCase())).map((name) => ({ name, value: name }));

/** What every bot answers. */
export const ANSWERS = {
  brewing: (potion: string): string => `Brewing ${potion}`,
  pressed: "It is done",
  chose: (size: string): string => `A ${size} bottle`,
  labelled: (text: string): string => `Labelled: ${text}`,
  followUp: "The ink is dry",
} as const;

/** Custom ids, labels and options of what every bot shows. */
export const DONE = { customId: "done", label: "Done" } as const;
export const SIZE = { customId: "size", placeholder: "Bottle", options: ["small", "large"] } as const;
export const LABEL = { modalId: "label-form", title: "A label", fieldId: "text", label: "Text" } as const;
