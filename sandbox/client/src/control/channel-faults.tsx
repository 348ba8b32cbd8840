import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { usePage } from "../app-context.ts";
import { channelLabel } from "../state/look-up.ts";
import type { FaultControl } from "./use-faults.ts";

/** People who close their direct messages, and channels that are deleted under the bot. */
export function ChannelFaults({ once }: Pick<FaultControl, "once">): JSX.Element {
  const { snapshot } = usePage();
  const channels = snapshot.guilds.flatMap((guild) => guild.channels.filter(({ kind }) => kind !== "category"));
  const [personId, setPersonId] = useState(snapshot.me.id);
  const [channelId, setChannelId] = useState("");
  const [asked, setAsked] = useState(false);
  const person = snapshot.people.find(({ id }) => id === personId);
  const channel = channels.find(({ id }) => id === channelId);
  const accept = (does: boolean): void => once("accept-direct-messages", { personId, accept: does }, `${person?.displayName ?? "Nobody"} ${does ? "takes" : "refuses"} direct messages from bots now.`);
  return (
    <fieldset>
      <legend>People and channels</legend>
      <div class="fault-row">
        <select class="plain-select" aria-label="Person" value={personId} onChange={({ currentTarget }) => setPersonId(currentTarget.value)}>
          {snapshot.people.map(({ id, displayName }) => <option key={id} value={id}>{displayName}</option>)}
        </select>
        <button type="button" class="button small secondary" onClick={() => accept(false)}>Close their DMs</button>
        <button type="button" class="button small secondary" onClick={() => accept(true)}>Open them</button>
      </div>
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
