import { createHash, timingSafeEqual } from "node:crypto";
import fastify from "fastify";
import { OperatorError } from "../kernel/operator-error.ts";
import type { Prometheus } from "./prometheus.ts";

/** Where metrics are served. */
export interface MetricsAddress {
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
  /** Whoever asks must have it; null: whoever reaches the address may. */
  readonly token: string | null;
}

/** The address cannot be used. */
export class ExporterError extends OperatorError {}

export interface Exporter {
  /** `http://127.0.0.1:9464/metrics`. */
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Serves `/metrics` in Prometheus's text format. With a token it is asked for as `Authorization: Bearer <token>`.
 * @throws ExporterError when the address cannot be listened on
 */
export async function serveMetrics(prometheus: Prometheus, { host, port, token }: MetricsAddress): Promise<Exporter> {
  const server = fastify({ forceCloseConnections: true });
  server.get("/metrics", async (request, reply) => {
    if (token !== null && !isSame(request.headers.authorization ?? "", `Bearer ${token}`)) return reply.code(401).header("www-authenticate", "Bearer").type("text/plain").send("These metrics need GUILDSMITH_METRICS_TOKEN as a bearer token.\n");
    return reply.type(prometheus.contentType).send(await prometheus.text());
  });
  server.setNotFoundHandler((_, reply) => reply.code(404).type("text/plain").send("There is nothing here but /metrics.\n"));
  try {
    await server.listen({ host, port });
  } catch (cause) {
    await server.close();
    throw new ExporterError(`Metrics cannot be served at ${host}:${port}: ${cause instanceof Error ? cause.message : String(cause)}. Choose another address with GUILDSMITH_METRICS, or set it to "off".`, { cause });
  }
  const address = server.server.address();
  const actual = typeof address === "object" && address !== null ? address.port : port;
  return { url: `http://${host.includes(":") ? `[${host}]` : host}:${actual}/metrics`, close: () => server.close() };
}

/** Takes as long whatever was given. */
const isSame = (given: string, wanted: string): boolean => timingSafeEqual(createHash("sha256").update(given).digest(), createHash("sha256").update(wanted).digest());
