import type { View } from "../contract.ts";
import type { Notice } from "../notice.ts";
import { button, row, text, textChannelSelect } from "../view-kit.ts";
import { channelSelect, clearChannelButton, postPanelButton } from "./custom-ids.ts";
import { channelOf, framed, type SettingsState, sourceText } from "./frame.ts";
import { CHANNEL_KINDS } from "./layers.ts";
import { channelKeys, type Say } from "./texts.ts";

/** Where the panel and the board stand. */
export function channelsView(say: Say, state: SettingsState, notice?: Notice): View {
  return framed(say, "channels", say("channelsTitle"), notice, [
    ...CHANNEL_KINDS.flatMap((kind) => {
      const channelId = channelOf(state, kind);
      const unset = channelId === null ? `: ${say(channelKeys[kind].unset)}` : "";
      return [
        text(`${say(channelKeys[kind].about, { what: say(kind) })}\n-# ${sourceText(say, state, `channels.${kind}`)}${unset}`),
        row(textChannelSelect(channelSelect.encode({ kind }), channelId, say("channelSelect", { what: say(kind) }))),
      ];
    }),
    row(
      button("success", say("postPanel"), postPanelButton.encode({}), { emoji: "📌", disabled: channelOf(state, "panel") === null }),
      ...CHANNEL_KINDS.map((kind) => button("secondary", say(channelKeys[kind].clear), clearChannelButton.encode({ kind }), { disabled: channelOf(state, kind) === null })),
    ),
    text(`-# ${say("channelsHint")}`),
  ]);
}
