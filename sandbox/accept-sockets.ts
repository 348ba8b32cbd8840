import type { IncomingMessage, Server } from "node:http";
import type { Duplex } from "node:stream";
import { WebSocketServer } from "ws";
import type { Gateway } from "./gateway/gateway.ts";
import type { Feeds } from "./page/feeds.ts";
import { isFromOwnSite, mayBeBot } from "./own-site.ts";
import type { TrafficFeed } from "./page/traffic-feed.ts";
import type { World } from "./world/world.ts";

export interface SocketContext {
  readonly world: World;
  readonly gateway: Gateway;
  readonly feeds: Feeds;
  readonly trafficFeed: TrafficFeed;
  /** Which address the sandbox was told to listen on. */
  readonly host: string;
}

/** Brings each WebSocket to whom it is for: bots to the gateway, pages to their feeds, everybody else nowhere. */
export function acceptSockets(server: Server, { world, gateway, feeds, trafficFeed, host }: SocketContext): WebSocketServer {
  const sockets = new WebSocketServer({ noServer: true });
  server.on("upgrade", (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    // Who is gone before the answer is sent wants none.
    socket.on("error", () => socket.destroy());
    const address = request.url ?? "";
    const { pathname, searchParams } = new URL(URL.canParse(address, "http://sandbox") ? address : "/", "http://sandbox");
    const isOwn = isFromOwnSite(request.headers, host);
    if (/^\/gateway\/?$/.test(pathname) && mayBeBot(request.headers, host)) return sockets.handleUpgrade(request, socket, head, (opened) => gateway.accept(opened, searchParams));
    if (pathname === "/sandbox/traffic" && isOwn) return sockets.handleUpgrade(request, socket, head, (opened) => trafficFeed.open(opened));
    const person = world.people.find(({ id }) => id === searchParams.get("person"));
    if (pathname === "/sandbox/socket" && person && isOwn) return sockets.handleUpgrade(request, socket, head, (opened) => feeds.open(opened, person, searchParams.get("client")));
    socket.end("HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n");
    return undefined;
  });
  return sockets;
}
