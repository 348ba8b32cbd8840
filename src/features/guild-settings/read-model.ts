import type { Db } from "../../database/schema.ts";
import type { GuildSettings } from "./guild-settings.ts";
import { type Layer, layered, type LayeredSettings, layerOf, readAnswer, type SettingKey, type SettingValue } from "./layers.ts";
import type { GuildSettingsReads } from "./settings-port.ts";
import { listAnswers } from "./store.ts";

/** The operator's layer by guild, as `guildsmith.yaml` gives it. */
export type Deployment = ReadonlyMap<string, Partial<GuildSettings>>;

/** Is told once of a stored answer that cannot be read; the layer below answers in its place. */
export type ReportProblem = (problem: string) => void;

export interface LayeredReads extends GuildSettingsReads {
  /** What holds, and who says so. */
  getLayered(guildId: string): Promise<LayeredSettings>;
}

/** Reads guilds' settings. Takes `db` at each question, so that a transaction sees its own writes. */
export class SettingsLayers {
  readonly #deployment: Deployment;
  readonly #defaults: Partial<GuildSettings>;
  readonly #report: ReportProblem;
  readonly #told = new Set<string>();

  /** `defaults`: what the operator says for every guild, where the guild's own part says nothing. */
  constructor(deployment: Deployment, report: ReportProblem, defaults: Partial<GuildSettings> = {}) {
    this.#deployment = deployment;
    this.#defaults = defaults;
    this.#report = report;
  }

  async read(db: Db, guildId: string): Promise<LayeredSettings> {
    return layered(guildId, await this.readOwn(db, guildId), layerOf({ ...this.#defaults, ...this.#deployment.get(guildId) }));
  }

  async readOwn(db: Db, guildId: string): Promise<Layer> {
    const own = new Map<SettingKey, SettingValue>();
    for (const { key, value } of await listAnswers(db, guildId)) {
      const answer = readAnswer(key, value);
      if (answer) own.set(...answer);
      else this.#tellOnce(`guild ${guildId} has a setting "${key}" that this version cannot read; it is left alone and not used`);
    }
    return own;
  }

  /** Settings are read at each interaction. */
  #tellOnce(problem: string): void {
    if (this.#told.has(problem)) return;
    this.#told.add(problem);
    this.#report(problem);
  }
}

/** What holds for guilds, from what is committed. */
export function guildSettingsReads(db: Db, layers: SettingsLayers): LayeredReads {
  return {
    get: async (guildId) => (await layers.read(db, guildId)).settings,
    getLayered: (guildId) => layers.read(db, guildId),
  };
}
