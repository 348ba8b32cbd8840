import type { JSX } from "preact";
import type { GuildView, MemberView } from "../../../protocol.ts";
import { usePage } from "../app-context.ts";

/** Gives and takes roles, as the guild's owner may. */
export function RoleChecks({ guild, member }: { readonly guild: GuildView; readonly member: MemberView }): JSX.Element {
  const { act } = usePage();
  const roles = guild.roles.filter((role) => role.id !== guild.id).toSorted((a, b) => b.position - a.position);
  return (
    <details class="role-checks">
      <summary>Give or take roles</summary>
      {roles.map((role) => (
        <label key={role.id}>
          <input
            type="checkbox"
            checked={member.roleIds.includes(role.id)}
            onChange={(event) =>
              void act("role", { guildId: guild.id, userId: member.userId, roleId: role.id, has: event.currentTarget.checked })
            }
          />
          {role.name}
        </label>
      ))}
    </details>
  );
}
