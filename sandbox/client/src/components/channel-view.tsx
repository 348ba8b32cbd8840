import type { JSX } from "preact";
import { usePage } from "../app-context.ts";
import { usePlace } from "../place-context.ts";
import { PHONE, useMedia } from "../use-media.ts";
import { ChannelHeader } from "./channel-header.tsx";
import { Composer } from "./composer.tsx";
import { MessageList } from "./message-list.tsx";
import { Welcome } from "./welcome.tsx";

interface Props {
  readonly peopleShown: boolean;
  readonly onPeople: () => void;
  /** Opens the channels' drawer; null where they stand beside. */
  readonly onChannels: (() => void) | null;
  readonly onSearch: () => void;
}

/** The middle: header, messages, message box. */
export function ChannelView(props: Props): JSX.Element {
  const { snapshot } = usePage();
  const { channel, guild } = usePlace();
  const phone = useMedia(PHONE);
  const offline = snapshot.applications.filter(
    (each) => !each.online && (channel.recipientIds.includes(each.botUserId) || guild?.members.some((member) => member.userId === each.botUserId) === true),
  );
  return (
    <main class="channel">
      <ChannelHeader {...props} />
      {phone ? <Welcome /> : null}
      <MessageList />
      {offline.map((application) => (
        <p key={application.id} class="offline-note" role="status">
          <strong>{application.name} is offline.</strong> Its commands and buttons get no answer until it is back.
        </p>
      ))}
      <Composer />
    </main>
  );
}
