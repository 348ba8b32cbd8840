import type { View } from "../contract.ts";
import type { Notice } from "../notice.ts";
import { button, LIMITS, option, plain, row, shorten, stringSelect, text } from "../view-kit.ts";
import { allPacksButton, packsSelect } from "./custom-ids.ts";
import { framed, type SettingsState, sourceText } from "./frame.ts";
import type { Say } from "./texts.ts";

/** Four selects of 25 fit one message; a desk with over 100 packs uses all of them, or `guildsmith.yaml`. */
const PARTS = 4;
const NAMES_LENGTH = 300;

/** The packs that one select offers. */
export const packsIn = <T>(packs: readonly T[], part: number): readonly T[] => packs.slice(part * LIMITS.options, (part + 1) * LIMITS.options);

/** The packs in use by name, at most a few lines. */
export function packNames(say: Say, { layered: { settings }, packs }: SettingsState): string {
  if (settings.packs === null) return say("everyPack");
  return plain(shorten(settings.packs.map((id) => packs.find((pack) => pack.id === id)?.name ?? id).join(", "), NAMES_LENGTH));
}

/** Which of the loaded packs are in use. */
export function packsView(say: Say, state: SettingsState, notice?: Notice): View {
  const { packs, layered } = state;
  const inUse = layered.settings.packs;
  const parts = Math.min(PARTS, Math.ceil(packs.length / LIMITS.options));
  const selects = Array.from({ length: parts }, (_, part) => {
    const offered = packsIn(packs, part);
    const options = offered.map(({ id, name, game }) => option(name, id, { description: game, isDefault: inUse === null || inUse.includes(id) }));
    return row(stringSelect(packsSelect.encode({ part }), options, { hint: say("packsSelect"), min: 0, max: offered.length }));
  });
  return framed(say, "packs", say("packsTitle"), notice, [
    text(packs.length === 0 ? say("noPacks") : `${packNames(say, state)} · *${sourceText(say, state, "packs")}*`),
    ...selects,
    row(button("secondary", say("allPacks"), allPacksButton.encode({}), { emoji: "📚", disabled: inUse === null })),
    text(`-# ${say("packsHint")}`),
  ]);
}
