import type { FastifyInstance } from "fastify";
import { z } from "zod";
import type { Faults } from "../faults/faults.ts";
import { faultSettingsSchema } from "../faults/settings.ts";
import type { Gateway } from "../gateway/gateway.ts";
import type { FaultAction, FaultState } from "../protocol.ts";
import { ClientRefusal } from "../world/client-refusal.ts";
import { deleteChannel } from "../world/channels.ts";
import { acceptDirectMessages, closeByFault } from "../world/direct-messages.ts";
import type { World } from "../world/world.ts";
import { readWorldFile, WorldFileError } from "../world-file/read.ts";
import { saveWorld } from "../world-file/save.ts";
import type { WorldFile } from "../world-file/schema.ts";

export interface ControlContext {
  readonly world: World;
  readonly faults: Faults;
  readonly gateway: Gateway;
  readonly loadWorld: (file: WorldFile) => void;
}

const sessionsSchema = z.strictObject({ resumable: z.boolean() });
const channelSchema = z.strictObject({ channelId: z.string() });
const msSchema = z.strictObject({ ms: z.number().min(1).max(600_000) });
const personSchema = z.strictObject({ personId: z.string(), accept: z.boolean() });

/** What is said to whoever sends a world as anything else. */
export const WORLD_IS_YAML = "A world is sent as YAML, with the content type text/yaml.";

/** Makes things go wrong, for the page and for tests in other processes. Bad bodies are refused with a sentence. */
export function registerControl(scope: FastifyInstance, { world, faults, gateway, loadWorld }: ControlContext): void {
  scope.addContentTypeParser("text/yaml", { parseAs: "string" }, (_request, text, done) => done(null, text));
  scope.get("/sandbox/world", async (_request, reply) => reply.type("text/yaml; charset=utf-8").header("content-disposition", 'attachment; filename="world.yaml"').send(saveWorld(world)));
  scope.put("/sandbox/world", async (request, reply) => {
    loadWorld(readGivenWorld(request.body));
    return reply.code(204).send();
  });
  const state = (): FaultState => faults.state;
  scope.get("/sandbox/faults", async () => state());
  scope.delete("/sandbox/faults", async () => {
    faults.clear();
    return state();
  });
  scope.put("/sandbox/faults", async (request) => {
    faults.set(read(faultSettingsSchema, request.body));
    return state();
  });

  const actions: { readonly [A in FaultAction]: (body: unknown) => void } = {
    "drop-connections": () => gateway.dropConnections(),
    "request-reconnect": () => gateway.requestReconnect(),
    "invalidate-sessions": (body) => gateway.invalidateSessions(read(sessionsSchema, body).resumable),
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
      if (accept) acceptDirectMessages(world, personId, true);
      else closeByFault(world, personId);
    },
  };
  scope.post<{ Params: { action: string } }>("/sandbox/faults/:action", async (request) => {
    const { action } = request.params;
    if (!Object.hasOwn(actions, action)) throw new ClientRefusal(`There is no fault "${action}". There are: ${Object.keys(actions).join(", ")}.`);
    actions[action as FaultAction](request.body ?? {});
    return state();
  });
}

/** @throws ClientRefusal with every problem and its line */
function readGivenWorld(body: unknown): WorldFile {
  if (typeof body !== "string") throw new ClientRefusal(WORLD_IS_YAML);
  try {
    return readWorldFile(body, "The world file");
  } catch (error) {
    if (error instanceof WorldFileError) throw new ClientRefusal(error.message);
    throw error;
  }
}

/** @throws ClientRefusal that names what is wrong */
function read<T extends z.ZodType>(schema: T, body: unknown): z.infer<T> {
  const result = schema.safeParse(body);
  if (result.success) return result.data;
  throw new ClientRefusal(result.error.issues.map(({ path, message }) => `${path.join(".") || "the body"}: ${message}`).join("; "));
}
