import { ApplicationCommandType } from "discord-api-types/v10";
import type { JSX } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { usePage } from "../app-context.ts";
import { avatarColor, cssColor } from "../colors.ts";
import { usePlace } from "../place-context.ts";
import { menuCommands } from "../state/commands.ts";
import { lookOf, rolesOf } from "../state/look-up.ts";
import { AppTag, Avatar } from "./avatar.tsx";
import { RoleChecks } from "./role-checks.tsx";

interface Props {
  readonly userId: string;
  readonly onDone: () => void;
}

/** Who somebody is, and what may be done with them: a message, and the applications' user commands. */
export function PersonCard({ userId, onDone }: Props): JSX.Element {
  const { snapshot, act, openChannel } = usePage();
  const { channel, guild } = usePlace();
  const look = lookOf(snapshot, guild, userId);
  const member = guild?.members.find((each) => each.userId === userId);
  const roles = guild === null || member === undefined ? [] : rolesOf(guild, member);
  const part = snapshot.people.find((each) => each.id === userId)?.part;
  const card = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => card.current?.querySelector("button")?.focus(), []);
  const commands = menuCommands(snapshot.applications, channel, ApplicationCommandType.User);

  const message = async (): Promise<void> => {
    onDone();
    const answer = await act("direct-message", { userId });
    if (answer.ok) openChannel(answer.value.channelId);
  };

  return (
    <div ref={card} class="person-card" role="dialog" aria-label={look.name}>
      <div class="person-banner" style={{ background: avatarColor(userId) }} />
      <Avatar id={userId} name={look.name} size={72} online={look.online} />
      <div class="person-about">
        <p class="person-name">
          {look.name} {look.bot ? <AppTag /> : null}
        </p>
        <p class="person-username">{look.username}</p>
        {part === undefined ? null : <p class="person-part">{part}</p>}
        {roles.length === 0 ? null : (
          <ul class="role-pills" aria-label="Roles">
            {roles.map((role) => (
              <li key={role.id}>
                <i style={{ background: cssColor(role.color) }} />
                {role.name}
              </li>
            ))}
          </ul>
        )}
        {guild !== null && member !== undefined && guild.ownerId === snapshot.me.id ? <RoleChecks guild={guild} member={member} /> : null}
        <div class="person-actions">
          {userId === snapshot.me.id ? null : (
            <button type="button" class="button primary" onClick={() => void message()}>
              Message
            </button>
          )}
          {commands.map(({ application, command }) => (
            <button
              key={command.id}
              type="button"
              class="button secondary"
              onClick={() => {
                onDone();
                void act("command", {
                  channelId: channel.id,
                  applicationId: application.id,
                  name: command.name,
                  commandType: command.type,
                  targetId: userId,
                });
              }}
            >
              {command.name}
            </button>
          ))}
        </div>
      </div>
    </div>
  );
}
