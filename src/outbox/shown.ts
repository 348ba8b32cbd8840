import { createHash } from "node:crypto";
import { LRUCache } from "lru-cache";
import type { View } from "../features/contract.ts";

/** About 150 bytes each. */
const MESSAGES_KEPT = 20_000;

/** A message on Discord, and what shall stand in it. */
export interface Showing {
  readonly channelId: string;
  readonly messageId: string;
  readonly view: View;
  /** The outbox row's id, which stands in the view, is another one each time, and means nothing to who sees it. */
  readonly mark: string;
}

/** What this process's messages surely show: of those that were sent or edited last, a digest each. */
export class Shown {
  readonly #digests: LRUCache<string, string>;
  /** Edits that are under way, by message. */
  readonly #underWay = new Map<string, { edits: number; isDisputed: boolean }>();

  constructor(kept = MESSAGES_KEPT) {
    this.#digests = new LRUCache({ max: kept });
  }

  /** Whether the message surely shows this already, unless it was deleted. */
  has(showing: Showing): boolean {
    return this.#digests.get(keyOf(showing)) === digestOf(showing);
  }

  remember(showing: Showing): void {
    this.#digests.set(keyOf(showing), digestOf(showing));
  }

  /** Somebody else changed the message: what it shows is not known any more. */
  forget(where: Pick<Showing, "channelId" | "messageId">): void {
    const key = keyOf(where);
    this.#digests.delete(key);
    const underWay = this.#underWay.get(key);
    if (underWay) underWay.isDisputed = true;
  }

  /** Does an edit, and remembers what it showed; when it fails, or runs beside another one of the same message, nobody knows that. @throws what `edit` threw */
  async during(showing: Showing, edit: () => Promise<"edited" | "gone">): Promise<"edited" | "gone"> {
    const key = keyOf(showing);
    this.#digests.delete(key);
    const underWay = this.#underWay.get(key) ?? { edits: 0, isDisputed: false };
    this.#underWay.set(key, underWay);
    underWay.edits += 1;
    if (underWay.edits > 1) underWay.isDisputed = true;
    try {
      const outcome = await edit();
      if (outcome === "edited" && !underWay.isDisputed) this.remember(showing);
      return outcome;
    } finally {
      underWay.edits -= 1;
      if (underWay.edits === 0) this.#underWay.delete(key);
    }
  }
}

const keyOf = ({ channelId, messageId }: Pick<Showing, "channelId" | "messageId">): string => `${channelId} ${messageId}`;

function digestOf({ view, mark }: Showing): string {
  const hash = createHash("sha256").update(JSON.stringify(view.components).replaceAll(mark, ""));
  for (const { name, contentType, data, description = "" } of view.files ?? []) hash.update(JSON.stringify([name, contentType, description])).update(data);
  return hash.digest("base64");
}
