import type { View } from "../contract.ts";
import { channel as channelMention } from "../phrases.ts";
import { button, type ButtonLook, card, COLOURS, row, separator, text } from "../view-kit.ts";
import { PANEL_ACTIONS, type PanelAction, panelButton } from "./custom-ids.ts";
import type { Panel } from "./panel.ts";
import { actionKeys, failureKeys, type Say } from "./texts.ts";

const LOOKS: Record<PanelAction, readonly [ButtonLook, string]> = {
  create: ["success", "📝"],
  manage: ["primary", "⚒️"],
  mine: ["secondary", "📦"],
  characters: ["secondary", "⚔️"],
};

/** The message that everybody sees: how the desk works, and the four ways in. */
export function panelView(say: Say, mark: string): View {
  return card(
    COLOURS.waiting,
    text(`## ⚒️ ${say("title")}`),
    text(`${say("howRequest")}\n${say("howCraft")}`),
    separator(),
    row(
      ...PANEL_ACTIONS.map((action) => {
        const [look, emoji] = LOOKS[action];
        return button(look, say(actionKeys[action]), panelButton.encode({ action, mark }), { emoji });
      }),
    ),
  );
}

/** Tells an officer that the panel is being posted; `before`: what was known of it until now. */
export function postingView(say: Say, channelId: string, before: Panel | null, isConfigured: boolean): View {
  const channel = channelMention(channelId);
  const failure = before?.failure ?? null;
  return card(
    failure === null ? COLOURS.good : COLOURS.waiting,
    text(`### 📌 ${say(before?.messageId ? "refreshing" : "posting", { channel })}`),
    ...(failure === null ? [] : [text(`⚠️ ${say("lastFailed", { why: say(failureKeys[failure]) })}`)]),
    ...(isConfigured ? [] : [text(`-# ${say("setHint")}`)]),
  );
}
