import type { Guild, World } from "../world.ts";
import type { ReactionEmoji } from "./stored-message.ts";

const UNICODE = /^\p{RGI_Emoji}$/v;
const CUSTOM = /^(?:a:)?(\w{2,32}):(\d{17,20})$/;
/** Makes a pictogram of a character that is text as well, such as a heart. */
const AS_EMOJI = "\uFE0F";

/** What an address names: Unicode, or `name:id` of an emoji that some server has. Null where Discord says 10014. */
export function emojiNamed(world: World, text: string): ReactionEmoji | null {
  if (UNICODE.test(text)) return { id: null, name: text };
  if (UNICODE.test(text + AS_EMOJI)) return { id: null, name: text + AS_EMOJI };
  const [, name, id] = CUSTOM.exec(text) ?? [];
  if (name === undefined || id === undefined) return null;
  const known = world.guilds.values().map(({ emojis }) => emojis.get(id)).find((emoji) => emoji !== undefined);
  return known ? { id, name: known.name, ...(known.animated ? { animated: true } : {}) } : null;
}

/** Does the emoji belong to this server, or to all the world? */
export const isAtHome = (guild: Guild | undefined, { id }: ReactionEmoji): boolean => id === null || guild?.emojis.has(id) === true;

export const isSameEmoji = (first: ReactionEmoji, second: ReactionEmoji): boolean => (first.id === null ? second.id === null && first.name === second.name : first.id === second.id);
