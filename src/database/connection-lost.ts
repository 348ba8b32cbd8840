import pg from "pg";

/** Classes of what PostgreSQL says when it ends a connection, or cannot be reached (postgresql.org/docs/current/errcodes-appendix.html). */
const CLASSES = ["08", "57P"];
/** What the system says of a socket. */
const SOCKET_CODES = new Set(["ECONNREFUSED", "ECONNRESET", "EPIPE", "ETIMEDOUT", "EHOSTUNREACH", "ENETUNREACH"]);
/** What the driver says of a connection that ended; it gives no code. */
const DRIVER_SAYS = ["Connection terminated", "Client has encountered a connection error"];

/** Whether a statement failed because there is no connection to PostgreSQL any more. */
export function isConnectionLost(cause: unknown): boolean {
  if (!(cause instanceof Error)) return false;
  const code = "code" in cause ? String(cause.code) : "";
  if (cause instanceof pg.DatabaseError) return CLASSES.some((start) => code.startsWith(start));
  return SOCKET_CODES.has(code) || DRIVER_SAYS.some((start) => cause.message.startsWith(start));
}
