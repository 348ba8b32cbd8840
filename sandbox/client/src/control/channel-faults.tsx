import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { usePage } from "../app-context.ts";
import { channelLabel } from "../state/look-up.ts";
import type { FaultControl } from "./use-faults.ts";

/** Channels that are deleted under the bot. */
export function ChannelFaults({ once }: Pick<FaultControl, "once">): JSX.Element {
  const { snapshot } = usePage();
  const channels = snapshot.guilds.flatMap((guild) => guild.channels.filter(({ kind }) => kind !== "category"));
  const [channelId, setChannelId] = useState("");
  const [asked, setAsked] = useState(false);
  const channel = channels.find(({ id }) => id === channelId);
  return (
    <fieldset>
      <legend>Channels</legend>
      <div class="fault-row">
        <select
          class="plain-select"
          aria-label="Channel"
          value={channelId}
          onChange={({ currentTarget }) => {
            setChannelId(currentTarget.value);
            setAsked(false);
          }}
        >
          <option value="">Choose a channel</option>
          {channels.map((each) => <option key={each.id} value={each.id}>{channelLabel(snapshot, each)}</option>)}
        </select>
        {asked && channel !== undefined ? (
          <>
            <button
              type="button"
              class="button small danger"
              onClick={() => {
                once("delete-channel", { channelId: channel.id }, `${channelLabel(snapshot, channel)} is deleted.`);
                setAsked(false);
              }}
            >
              Delete {channelLabel(snapshot, channel)} for good
            </button>
            <button type="button" class="button small secondary" onClick={() => setAsked(false)}>Keep it</button>
          </>
        ) : (
          <button type="button" class="button small secondary" disabled={channel === undefined} onClick={() => setAsked(true)}>Delete it…</button>
        )}
      </div>
    </fieldset>
  );
}
