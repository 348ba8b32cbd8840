import type { APIComponentInContainer } from "discord-api-types/v10";
import type { DeliveryFailure, View } from "../contract.ts";
import { type Notice, noticeColour, noticeParts } from "../notice.ts";
import { channel, role } from "../phrases.ts";
import type { Pack, Profession } from "../recipes/recipe.ts";
import type { SurfaceFailure } from "../surfaces/surface-port.ts";
import { button, card, row, separator, text } from "../view-kit.ts";
import { type Section, sectionButton, SECTIONS } from "./custom-ids.ts";
import type { ChannelKind, LayeredSettings, SettingKey } from "./layers.ts";
import { channelKeys, type Say, sectionKeys, sourceKeys } from "./texts.ts";

/** What the settings' views are drawn from. */
export interface SettingsState {
  readonly layered: LayeredSettings;
  /** Those of the packs in use. */
  readonly professions: readonly Profession[];
  /** Every pack that is loaded. */
  readonly packs: readonly Pick<Pack, "id" | "name" | "game">[];
  /** Why what is to stand in a channel does not arrive there. */
  readonly failures: Readonly<Record<ChannelKind, DeliveryFailure | null>>;
  /** Why people cannot have a place of their own; null when they can, or none is wanted. */
  readonly surfaceFailure: SurfaceFailure | null;
  /** Why requests cannot have threads; null when they can, or shall have none. */
  readonly threadFailure: DeliveryFailure | null;
  /** What they name though it was deleted on Discord. */
  readonly hasDeleted: { readonly role: boolean; readonly channel: boolean };
}

const SIGNS: Record<Section, string> = { overview: "⚙️", roles: "👥", professions: "⚒️", channels: "📌", packs: "📦", options: "🎛️" };

/** A row holds five buttons at most. */
const SECTION_ROWS: readonly (readonly Section[])[] = [SECTIONS.slice(0, 3), SECTIONS.slice(3)];

/** One section's page: what just happened, its parts, and the way to the other sections. */
export function framed(say: Say, section: Section, title: string, notice: Notice | undefined, parts: readonly APIComponentInContainer[]): View {
  return card(
    noticeColour(notice),
    ...noticeParts(notice),
    text(`### ${SIGNS[section]} ${title}`),
    ...parts,
    separator(),
    ...SECTION_ROWS.map((sections) =>
      row(...sections.map((other) => button(other === section ? "primary" : "secondary", say(sectionKeys[other]), sectionButton.encode({ section: other }), { emoji: SIGNS[other] }))),
    ),
  );
}

const ROLES_SHOWN = 4;

/** Roles as people read them, the first few; `unset` when there are none. */
export function rolesText(ids: readonly string[], unset: string): string {
  if (ids.length === 0) return unset;
  const shown = ids.slice(0, ROLES_SHOWN).map(role);
  return ids.length > ROLES_SHOWN ? `${shown.join(" ")} +${ids.length - ROLES_SHOWN}` : shown.join(" ");
}

export const channelText = (say: Say, kind: ChannelKind, id: string | null): string => (id === null ? say(channelKeys[kind].unset) : channel(id));

/** "from guildsmith.yaml", "set here", "not set". */
export const sourceText = (say: Say, { layered }: SettingsState, key: SettingKey): string => say(sourceKeys[layered.sourceOf(key)]);

export const channelOf = ({ layered: { settings } }: SettingsState, kind: ChannelKind): string | null => (kind === "panel" ? settings.panelChannelId : settings.boardChannelId);
