import type { PageAction, PageActions } from "../protocol.ts";
import { type Channel, holdsMessages } from "../world/channel.ts";
import { ClientRefusal } from "../world/client-refusal.ts";
import { acceptDirectMessages, openDirectMessage } from "../world/direct-messages.ts";
import { askForChoices, runCommand } from "../world/interactions/run-command.ts";
import { ATTACHMENT_SIZE_LIMIT } from "../world/interactions/start.ts";
import { openModalOf, submitModal } from "../world/interactions/submit-modal.ts";
import { useComponent } from "../world/interactions/use-component.ts";
import { setRole } from "../world/members.ts";
import { storeUpload } from "../world/messages/uploads.ts";
import { sendMessage } from "../world/messages/create-message.ts";
import { EMPTY_DRAFT } from "../world/messages/draft.ts";
import { canView } from "../world/permissions.ts";
import { react } from "./react.ts";
import type { World } from "../world/world.ts";
import type { Feeds } from "./feeds.ts";
import { countCharacters } from "../world/count-characters.ts";

type Act<A extends PageAction> = (personId: string, body: PageActions[A]["body"]) => PageActions[A]["reply"] | Promise<PageActions[A]["reply"]>;

/** What each of the page's actions does. Each throws a {@link ClientRefusal} or a Discord error with the reason. */
export function pageActions(world: World, feeds: Feeds): { readonly [A in PageAction]: Act<A> } {
  const visible = (personId: string, channelId: string): Channel => {
    const channel = world.channels.get(channelId);
    if (!channel || !canView(world, personId, channel)) throw new ClientRefusal("You do not see that channel.");
    return channel;
  };
  return {
    message: (personId, { channelId, content }) => {
      const channel = visible(personId, channelId);
      if (!holdsMessages(channel)) throw new ClientRefusal("Nobody can write there.");
      if (countCharacters(content) > 2000) throw new ClientRefusal("Your message is too long: 2000 characters at most.");
      return { messageId: sendMessage(world, channel, personId, { ...EMPTY_DRAFT, content }).api.id };
    },
    command: (personId, body) => ({ interactionId: runCommand(world, personId, visible(personId, body.channelId), body).id }),
    autocomplete: async (personId, body) => {
      const choices = await askForChoices(world, personId, visible(personId, body.channelId), body);
      if (!choices) throw new ClientRefusal("Loading options failed");
      return { choices };
    },
    component: (personId, { channelId, messageId, customId, values }) => ({
      interactionId: useComponent(world, personId, visible(personId, channelId), messageId, customId, values ?? []).id,
    }),
    modal: (personId, { interactionId, fields }) => ({ interactionId: submitModal(world, personId, interactionId, fields).id }),
    "close-modal": (personId, { interactionId }) => {
      openModalOf(world, personId, interactionId).modal = null;
      return {};
    },
    upload: (personId, { filename, contentType, data }) => {
      const bytes = Buffer.from(data, "base64");
      if (bytes.byteLength > ATTACHMENT_SIZE_LIMIT) throw new ClientRefusal("Your file is too big: 10 MiB at most.");
      return { attachmentId: storeUpload(world, personId, { filename, contentType, data: bytes }).id };
    },
    "direct-message": (personId, { userId }) => {
      if (userId === personId) throw new ClientRefusal("You cannot write to yourself.");
      return { channelId: openDirectMessage(world, personId, userId).id };
    },
    react: (personId, { channelId, messageId, emoji, on }) => {
      react(world, personId, visible(personId, channelId), messageId, emoji, on);
      return {};
    },
    dismiss: (personId, { channelId, messageId }) => {
      const message = world.messages.get(channelId)?.get(messageId);
      if (message?.onlyFor !== personId) throw new ClientRefusal("Only messages that only you see can be dismissed.");
      feeds.dismiss(personId, channelId, messageId);
      return {};
    },
    "accept-direct-messages": (personId, { accept }) => {
      acceptDirectMessages(world, personId, accept);
      return {};
    },
    role: (_personId, { guildId, userId, roleId, has }) => {
      setRole(world, guildId, userId, roleId, has);
      return {};
    },
  };
}
