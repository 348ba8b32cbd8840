import type { APIAttachment } from "discord-api-types/v10";

/** A file that was uploaded, as Discord describes it and as it is. */
export interface StoredAttachment {
  readonly api: APIAttachment;
  readonly data: Buffer;
  /** Who uploaded it through the page. */
  readonly uploadedBy: string | null;
}
