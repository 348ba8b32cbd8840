import type { GatewayReceivePayload, GatewaySendPayload } from "discord-api-types/v10";

/** What goes over a gateway socket, as the bot sees it: the schemas of frames are generated from these two. */
export type FromDiscord = GatewayReceivePayload;
export type ToDiscord = GatewaySendPayload;
