/** How many requests in how long. */
export interface Quota {
  readonly limit: number;
  readonly windowMs: number;
}

/** A route's quota. */
export interface RouteQuota extends Quota {
  /** Routes that name the same bucket are counted together, and its numbers are those of the route that was asked first. */
  readonly bucket?: string;
  /** `shared` when all bots together have it, and a 429 is nobody's fault. `user`, the default, is for each bot. */
  readonly scope?: "user" | "shared";
}

/** Sources: topics/rate-limits.mdx in Discord's documentation. */
export interface LimitSettings {
  /** All of a bot's routes together, and of an address that names no bot; except interactions and their webhooks. */
  readonly global: Quota;
  /** Answers 401, 403 and 429 to one address; a 429 of scope `shared` does not count. Who has more is shut out until the time is over. */
  readonly invalid: Quota;
  /** For routes that `routes` does not name. */
  readonly otherwise: Quota;
  /** By `METHOD /pattern`, each counted apart for every channel, guild or webhook. {@link OLD_DELETES} is one too. */
  readonly routes: Readonly<Record<string, RouteQuota>>;
}

/** Deleting a message of more than two weeks, which bots find in a bucket of its own. */
export const OLD_DELETES = "DELETE /channels/:channelId/messages/:messageId older than 14 days";

const per = (limit: number, seconds: number): Quota => ({ limit, windowMs: seconds * 1000 });

/** Reacting and taking back are one bucket, and a slow one. */
const REACTIONS: RouteQuota = { ...per(1, 0.25), bucket: "reactions" };

/** Discord publishes no numbers and asks to read the headers; these are what bots commonly observe. */
export const OBSERVED_LIMITS: LimitSettings = {
  global: per(50, 1),
  invalid: per(10_000, 600),
  otherwise: per(10, 10),
  routes: {
    "GET /gateway/bot": per(2, 5),
    "GET /users/@me": per(30, 30),
    "GET /channels/:channelId": per(50, 5),
    "PATCH /channels/:channelId": per(5, 15),
    "POST /guilds/:guildId/channels": per(10, 10),
    "GET /channels/:channelId/messages": per(5, 1),
    "POST /channels/:channelId/messages": per(5, 5),
    "GET /channels/:channelId/messages/:messageId": per(5, 1),
    "PATCH /channels/:channelId/messages/:messageId": per(5, 5),
    "DELETE /channels/:channelId/messages/:messageId": per(5, 1),
    [OLD_DELETES]: per(30, 120),
    "POST /channels/:channelId/messages/bulk-delete": per(1, 1),
    "PUT /channels/:channelId/messages/:messageId/reactions/:emoji/@me": REACTIONS,
    "DELETE /channels/:channelId/messages/:messageId/reactions/:emoji/:userId": REACTIONS,
    "POST /channels/:channelId/typing": per(5, 5),
    "POST /users/@me/channels": per(10, 10),
    "PUT /applications/:applicationId/commands": per(2, 60),
    "PUT /applications/:applicationId/guilds/:guildId/commands": per(2, 60),
    "POST /webhooks/:applicationId/:token": per(5, 2),
    "GET /webhooks/:applicationId/:token/messages/:messageId": per(5, 2),
    "PATCH /webhooks/:applicationId/:token/messages/:messageId": per(5, 2),
    "DELETE /webhooks/:applicationId/:token/messages/:messageId": per(5, 2),
    "POST /interactions/:interactionId/:token/callback": per(5, 1),
  },
};
