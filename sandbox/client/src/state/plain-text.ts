import type { Inline } from "../markdown/nodes.ts";
import { channelTitle, findPlace, lookOf, type Place } from "./look-up.ts";
import type { Snapshot } from "../../../protocol.ts";
import { styledTime } from "../time-text.ts";

/** What Discord's markdown says in words alone, for a line that shows no more: names instead of mentions, no marks. */
export function plainText(nodes: readonly Inline[], snapshot: Snapshot, guild: Place["guild"], now: number): string {
  return nodes.map((node) => wordsOf(node, snapshot, guild, now)).join("");
}

function wordsOf(node: Inline, snapshot: Snapshot, guild: Place["guild"], now: number): string {
  switch (node.kind) {
    case "text":
    case "code":
    case "code-block":
    case "everyone":
      return node.text;
    case "spoiler":
      return "spoiler";
    case "bold":
    case "italic":
    case "underline":
    case "strike":
    case "link":
      return plainText(node.children, snapshot, guild, now);
    case "time":
      return styledTime(node.seconds, node.style, snapshot.me.locale, now);
    case "user":
      return `@${lookOf(snapshot, guild, node.id).name}`;
    case "role":
      return `@${guild?.roles.find(({ id }) => id === node.id)?.name ?? "deleted-role"}`;
    case "channel": {
      const place = findPlace(snapshot, node.id);
      return place === null ? "#No Access" : `#${channelTitle(snapshot, place.channel)}`;
    }
    case "command":
      return `/${node.name}`;
    case "emoji":
      return `:${node.name}:`;
  }
}
