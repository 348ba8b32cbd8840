import type { JSX } from "preact";
import { usePage } from "../app-context.ts";
import { initials } from "../colors.ts";
import { channelTitle, orderedChannels } from "../state/look-up.ts";
import { unreadOf } from "../state/unread.ts";
import { Avatar } from "./avatar.tsx";
import { Icon } from "./icons.tsx";

interface Props {
  /** The guild whose channels are listed, null for direct messages. */
  readonly shown: string | null;
  readonly onShow: (guildId: string | null) => void;
}

/** Direct messages, whoever called there, and the servers. */
export function ServerRail({ shown, onShow }: Props): JSX.Element {
  const { state, snapshot, openChannel } = usePage();
  const calling = snapshot.directMessages.map((channel) => ({ channel, calls: unreadOf(state, channel).mentions })).filter((each) => each.calls > 0);
  return (
    <nav class="rail" aria-label="Servers">
      <RailButton name="Direct messages" current={shown === null} calls={0} unread={false} onPress={() => onShow(null)}>
        <Icon name="chat" size={24} />
      </RailButton>
      {calling.map(({ channel, calls }) => {
        const title = channelTitle(snapshot, channel);
        return (
          <RailButton key={channel.id} name={title} current={false} calls={calls} unread onPress={() => openChannel(channel.id)}>
            <Avatar id={channel.recipientIds.find((id) => id !== snapshot.me.id) ?? channel.id} name={title} size={40} />
          </RailButton>
        );
      })}
      <hr />
      {snapshot.guilds.map((guild) => {
        const unread = orderedChannels(guild).map((channel) => unreadOf(state, channel));
        return (
          <RailButton
            key={guild.id}
            name={guild.name}
            current={shown === guild.id}
            calls={unread.reduce((sum, each) => sum + each.mentions, 0)}
            unread={unread.some((each) => each.count > 0)}
            onPress={() => onShow(guild.id)}
          >
            <span class="guild-initials">{initials(guild.name)}</span>
          </RailButton>
        );
      })}
    </nav>
  );
}

interface RailButtonProps {
  readonly name: string;
  readonly current: boolean;
  readonly calls: number;
  readonly unread: boolean;
  readonly onPress: () => void;
  readonly children: JSX.Element;
}

function RailButton({ name, current, calls, unread, onPress, children }: RailButtonProps): JSX.Element {
  const words = calls > 0 ? `${name}, ${calls} unread` : unread ? `${name}, unread` : name;
  return (
    <div class="rail-item">
      <span class={current ? "pill current" : unread ? "pill unread" : "pill"} />
      <button type="button" class={current ? "rail-button current" : "rail-button"} aria-label={words} title={name} aria-pressed={current} onClick={onPress}>
        {children}
      </button>
      {calls > 0 ? <span class="badge" aria-hidden="true">{calls}</span> : null}
    </div>
  );
}
