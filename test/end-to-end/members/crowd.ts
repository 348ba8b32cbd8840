import { GUILD_ID, type Sandbox } from "../../../sandbox/index.ts";
import { addMember } from "../../../sandbox/world/membership.ts";

/** So many more people than there are join The Gilded Anvil. */
export function crowd({ world }: Sandbox, count: number): void {
  for (let n = 0; n < count; n += 1) {
    const id = String(700_000_000_000_000_000n + BigInt(n));
    world.users.set(id, { id, username: `person_${n}`, discriminator: "0", global_name: null, avatar: null });
    addMember(world, GUILD_ID, id);
  }
}
