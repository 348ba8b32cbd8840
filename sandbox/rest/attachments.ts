import type { FastifyInstance } from "fastify";
import { isSigned } from "../world/messages/signed-address.ts";
import type { World } from "../world/world.ts";

const GONE = "This content is no longer available.";

interface Request {
  Params: { attachmentId: string };
  Querystring: { ex?: string; is?: string; hm?: string };
}

/** What people and bots uploaded, as Discord's CDN gives it out: to who has an address whose signature still works. */
export function registerAttachments(server: FastifyInstance, world: World): void {
  server.get<Request>("/attachments/:channelId/:attachmentId/:filename", async (request, reply) => {
    const attachment = world.attachments.get(request.params.attachmentId);
    const [pathname = ""] = request.url.split("?");
    if (!attachment || !isSigned(world, pathname, request.query)) return reply.code(404).send(GONE);
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
