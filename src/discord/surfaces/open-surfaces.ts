import type { REST } from "discord.js";
import type { GuildSettingsReads } from "../../features/guild-settings/settings-port.ts";
import type { SurfaceBook } from "../../features/surfaces/surface-port.ts";
import type { Clock } from "../../kernel/clock.ts";
import type { Log } from "../../telemetry/log.ts";
import { createDeletions } from "../clean-up/deletions.ts";
import { createSweeper, type Sweeper } from "../clean-up/sweeper.ts";
import type { RouterDeps } from "../router.ts";
import { createDirectMessages, type DirectMessages } from "./direct-messages.ts";
import { createHomes } from "./homes.ts";
import { createOwnChannels, type OwnChannels } from "./own-channels.ts";
import { createPlacement } from "./placement.ts";
import { UnderWay } from "./under-way.ts";
import { unseenNewsTeller } from "./unseen-news.ts";

export interface SurfacesDeps {
  readonly rest: REST;
  readonly applicationId: string;
  readonly book: SurfaceBook;
  readonly settings: GuildSettingsReads;
  readonly clock: Clock;
  readonly log: Log;
}

/** Where people are reached: in replies, direct messages, private threads and channels. */
export interface Surfaces {
  readonly forRouter: Pick<RouterDeps, "placement" | "tellUnseen">;
  readonly direct: DirectMessages;
  readonly own: OwnChannels;
  readonly sweeper: Sweeper;
}

export function openSurfaces(deps: SurfacesDeps): Surfaces {
  const { rest, book, settings, clock, log } = deps;
  const direct = createDirectMessages(deps);
  const own = createOwnChannels(deps);
  const sweeper = createSweeper({ book, settings, clock, log, deletions: createDeletions(rest, log) });
  const underWay = new UnderWay();
  const homes = createHomes({ rest, book, direct, own, underWay, log });
  const placement = createPlacement({ book, homes, underWay, clock, wake: () => sweeper.wake() });
  return { forRouter: { placement, tellUnseen: unseenNewsTeller(book) }, direct, own, sweeper };
}
