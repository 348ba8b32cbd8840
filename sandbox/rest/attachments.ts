import type { FastifyInstance } from "fastify";
import type { World } from "../world/world.ts";

/** What people and bots uploaded, as Discord's CDN gives it out. */
export function registerAttachments(server: FastifyInstance, world: World): void {
  server.get<{ Params: { attachmentId: string } }>("/attachments/:channelId/:attachmentId/:filename", async (request, reply) => {
    const attachment = world.attachments.get(request.params.attachmentId);
    if (!attachment) return reply.code(404).send("This content is no longer available.");
    // Pictures are shown, anything else is only ever downloaded: it is a stranger's file on our own address.
    const type = attachment.api.content_type ?? "application/octet-stream";
    const isPicture = /^image\/(png|jpeg|gif|webp)$/.test(type);
    return reply
      .header("x-content-type-options", "nosniff")
      .header("content-disposition", isPicture ? "inline" : "attachment")
      .type(isPicture ? type : "application/octet-stream")
      .send(attachment.data);
  });
}
