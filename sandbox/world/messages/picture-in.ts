import { imageSize } from "image-size";

export interface Picture {
  readonly contentType: string;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
}

const TYPES: Readonly<Record<string, string>> = { png: "image/png", jpg: "image/jpeg", gif: "image/gif", webp: "image/webp" };

/** What the first bytes of a PNG, JPEG, GIF or WebP say of it; null for any other file. */
export function pictureIn(data: Buffer): Picture | null {
  try {
    const { type = "", width, height } = imageSize(data);
    const contentType = TYPES[type];
    return contentType === undefined ? null : { contentType, width, height };
  } catch {
    // It is no picture, or a broken one: either way a file.
    return null;
  }
}
