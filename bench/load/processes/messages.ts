/** What the process of the load and the process of Discord and its people say to each other. */
import type { Ledger } from "../../../test/kill/ledger.ts";
import type { FlowRecord } from "../people/crowd.ts";
import type { TrafficReport } from "../measure/traffic-meter.ts";
import type { LoadGuild, LoadPerson } from "../world/places.ts";
import type { Mix } from "../mix.ts";

/** What people do; given once, when the process of Discord starts. */
export interface CrowdPlan {
  readonly people: number;
  readonly guilds: number;
  readonly mix: Mix;
  /** Arrivals in a second; null: everybody in the same instant. */
  readonly rate: number | null;
  readonly seconds: number;
  /** The median pause between two steps, in seconds. */
  readonly thinkSeconds: number;
  readonly seed: string;
  readonly restMs: number;
  readonly gatewayMs: number;
  /** Whether the bot has written to nobody before. */
  readonly areStrangers: boolean;
}

/** Where the bot finds Discord, and whom. */
export interface Ready {
  readonly type: "ready";
  readonly token: string;
  readonly apiUrl: string;
  readonly guilds: readonly LoadGuild[];
  readonly people: readonly (LoadPerson & { readonly directChannelId: string | null })[];
}

/** How many arrivals have ended, and how many there are. */
export interface Progress {
  readonly type: "progress";
  readonly ended: number;
  readonly all: number;
}

/** What people were told, by guild. */
export type Told = Readonly<Record<string, Pick<Ledger, "submissions" | "actions"> & { readonly versionsShown: readonly (readonly [string, number])[] }>>;

export interface CrowdReport {
  readonly type: "report";
  readonly flows: readonly (FlowRecord & { readonly calls: number })[];
  /** From the first arrival until what they led to was worked off, or was waited for no longer. */
  readonly traffic: TrafficReport;
  /** From the first arrival's being due to the last flow's end. */
  readonly tookMs: number;
  readonly told: Told;
  /** Of this process, which must not be what is measured: milliseconds. */
  readonly ownLoopDelayP99Ms: number;
}

/** `started`: the bot is there and rests. `ended`: all flows have. */
export type FromDiscord = Ready | Progress | { readonly type: "started" | "ended" } | CrowdReport | { readonly type: "failed"; readonly message: string };
/** `go`: the bot starts. `come`: people may. `report`: what people led to is worked off. `close` ends the process. */
export type ToDiscord = { readonly type: "go" | "come" | "report" | "close" };
