import { defineCustomId, oneOf } from "../../kernel/custom-id.ts";
import { type Topic, TOPICS } from "./topics-of.ts";

export const topicButton = defineCustomId<{ topic: Topic }>("help.topic", 1, { topic: oneOf(...TOPICS) });
