/** How many requests in how long. */
export interface Quota {
  readonly limit: number;
  readonly windowMs: number;
}

export interface LimitSettings {
  /** All of a bot's routes together, except interactions and their webhooks. Source: topics/rate-limits.mdx in Discord's documentation. */
  readonly global: Quota;
  /** For routes that `routes` does not name. */
  readonly otherwise: Quota;
  /** By `METHOD /pattern`, each counted apart for every channel, guild or webhook. */
  readonly routes: Readonly<Record<string, Quota>>;
}

const per = (limit: number, seconds: number): Quota => ({ limit, windowMs: seconds * 1000 });

/** Discord publishes no numbers and asks to read the headers; these are what bots commonly observe. */
export const OBSERVED_LIMITS: LimitSettings = {
  global: per(50, 1),
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
    "POST /channels/:channelId/messages/bulk-delete": per(1, 1),
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
