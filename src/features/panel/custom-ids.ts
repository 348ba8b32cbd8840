import { defineCustomId, oneOf, optionalText } from "../../kernel/custom-id.ts";

export const PANEL_ACTIONS = ["create", "manage", "mine", "characters"] as const;
export type PanelAction = (typeof PANEL_ACTIONS)[number];

/** `mark`: the outbox row that the panel comes from, by which it is found again after a crash. */
export const panelButton = defineCustomId<{ action: PanelAction; mark: string }>("panel.open", 1, { action: oneOf(...PANEL_ACTIONS), mark: optionalText });
