import type { FastifyInstance } from "fastify";
import { z } from "zod";
import type { Faults } from "../faults/faults.ts";
import { faultSettingsSchema } from "../faults/settings.ts";
import type { Gateway } from "../gateway/gateway.ts";
import type { FaultAction, FaultState } from "../protocol.ts";
import { ClientRefusal } from "../world/client-refusal.ts";
import { deleteChannel } from "../world/channels.ts";
import type { World } from "../world/world.ts";

export interface ControlContext {
  readonly world: World;
  readonly faults: Faults;
  readonly gateway: Gateway;
}

const channelSchema = z.strictObject({ channelId: z.string() });
const msSchema = z.strictObject({ ms: z.number().min(1).max(600_000) });
const personSchema = z.strictObject({ personId: z.string(), accept: z.boolean() });

/** Makes things go wrong, for the page and for tests in other processes. Bad bodies are refused with a sentence. */
export function registerControl(scope: FastifyInstance, { world, faults, gateway }: ControlContext): void {
  const state = (): FaultState => ({ settings: faults.settings, globallyLimitedMs: faults.globallyLimitedMs });
  scope.get("/sandbox/faults", async () => state());
  scope.put("/sandbox/faults", async (request) => {
    faults.set(read(faultSettingsSchema, request.body));
    return state();
  });

  const actions: { readonly [A in FaultAction]: (body: unknown) => void } = {
    "drop-connections": () => gateway.dropConnections(),
    "limit-globally": (body) => faults.limitGlobally(read(msSchema, body).ms),
    "delete-channel": (body) => {
      const { channelId } = read(channelSchema, body);
      const channel = world.channels.get(channelId);
      if (!channel) throw new ClientRefusal(`There is no channel ${channelId}.`);
      deleteChannel(world, channel);
    },
    "accept-direct-messages": (body) => {
      const { personId, accept } = read(personSchema, body);
      if (!world.people.some(({ id }) => id === personId)) throw new ClientRefusal(`There is no person ${personId}.`);
      if (accept) world.closedDirectMessages.delete(personId);
      else world.closedDirectMessages.add(personId);
      world.events.emit({ type: "direct-messages-switched", userId: personId });
    },
  };
  scope.post<{ Params: { action: string } }>("/sandbox/faults/:action", async (request) => {
    const { action } = request.params;
    if (!Object.hasOwn(actions, action)) throw new ClientRefusal(`There is no fault "${action}". There are: ${Object.keys(actions).join(", ")}.`);
    actions[action as FaultAction](request.body ?? {});
    return state();
  });
}

/** @throws ClientRefusal that names what is wrong */
function read<T extends z.ZodType>(schema: T, body: unknown): z.infer<T> {
  const result = schema.safeParse(body);
  if (result.success) return result.data;
  throw new ClientRefusal(result.error.issues.map(({ path, message }) => `${path.join(".") || "the body"}: ${message}`).join("; "));
}
