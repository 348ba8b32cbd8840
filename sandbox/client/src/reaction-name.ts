import type { APIReaction } from "discord-api-types/v10";

/** How the sandbox is told of an emoji: Unicode as it is, a server's own as `name:id`. */
export const reactionName = ({ id, name }: APIReaction["emoji"]): string => (id === null ? (name ?? "") : `${name ?? ""}:${id}`);
