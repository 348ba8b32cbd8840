import type { FastifyInstance } from "fastify";
import { isAttachmentAddress, signed } from "../../world/messages/signed-address.ts";
import { askingBot, type RestContext } from "../context.ts";
import { readForm } from "../validation/form.ts";

const AT_ONCE = 50;

/** Gives fresh addresses for those of attachments that are over. Not in Discord's documentation, but bots and its client use it. */
export function attachmentRoutes(server: FastifyInstance, context: RestContext): void {
  const { world } = context;
  server.post("/attachments/refresh-urls", async (request) => {
    askingBot(context, request);
    const addresses = readForm(request.body, (form) => {
      form.get("attachment_urls").required();
      return form.get("attachment_urls").list({ min: 1, max: AT_ONCE }).map((entry) => {
        entry.url();
        return String(entry.value);
      });
    });
    return { refreshed_urls: addresses.map((original) => ({ original, refreshed: isAttachmentAddress(world, original) ? signed(world, original) : original })) };
  });
}
