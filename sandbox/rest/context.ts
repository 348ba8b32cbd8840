import type { FastifyRequest } from "fastify";
import type { Faults } from "../faults/faults.ts";
import type { Gateway } from "../gateway/gateway.ts";
import type { RateLimits } from "../limits/rate-limits.ts";
import { StatusError } from "../world/discord-error.ts";
import type { Traffic } from "../traffic/traffic.ts";
import type { Application, World } from "../world/world.ts";

/** What every route works with. */
export interface RestContext {
  readonly world: World;
  readonly traffic: Traffic;
  readonly faults: Faults;
  readonly limits: RateLimits;
  readonly gatewayUrl: () => string;
  readonly gateway: Gateway;
  /** The application whose bot token this is, null for a token that nobody has. */
  readonly applicationOfToken: (token: string) => Application | null;
}

/** Whoever asks. Throws 401 without a token that works. */
export function askingBot(context: RestContext, request: FastifyRequest): Application {
  const [, token] = /^Bot (.+)$/.exec(request.headers.authorization ?? "") ?? [];
  const application = token === undefined ? null : context.applicationOfToken(token);
  if (!application) throw new StatusError(401, "Unauthorized");
  return application;
}
