import type { Sandbox } from "../../../sandbox/index.ts";

/** The bot's REST calls so far, as `METHOD /route`. */
export const callsOf = ({ traffic }: Sandbox): readonly string[] => traffic.entries.flatMap((entry) => (entry.kind === "rest" ? [`${entry.method} ${entry.route}`] : []));

/** How many were answered so; 429: too many requests. */
export const answeredWith = ({ traffic }: Sandbox, status: number): number => traffic.entries.filter((entry) => entry.kind === "rest" && entry.status === status).length;

export const DELETE_ONE = "DELETE /channels/:channelId/messages/:messageId";
export const DELETE_MANY = "POST /channels/:channelId/messages/bulk-delete";
export const DELETE_CHANNEL = "DELETE /channels/:channelId";
