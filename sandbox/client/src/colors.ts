/** A colour number (0xRRGGBB) as CSS; undefined for 0, which means none. */
export function cssColor(color: number | null | undefined): string | undefined {
  return color === null || color === undefined || color === 0 ? undefined : `#${color.toString(16).padStart(6, "0")}`;
}

const AVATAR_COLORS = ["#4752c4", "#1f7a4d", "#a04a12", "#a12d4e", "#6b3fa0", "#0f6f85", "#8a6100", "#55606e"];

/** The same colour for the same id, dark enough for white initials. */
export function avatarColor(id: string): string {
  let sum = 0;
  for (const letter of id) sum = (sum * 31 + letter.charCodeAt(0)) % 9973;
  return AVATAR_COLORS[sum % AVATAR_COLORS.length] ?? "#55606e";
}

/** Up to two letters that stand for a name. */
export function initials(name: string): string {
  const words = name.replaceAll(/[^\p{L}\p{N}\s]/gu, " ").trim().split(/\s+/);
  const letters = words.filter((word) => word !== "" && word.toLowerCase() !== "the").slice(0, 2).map((word) => /^./u.exec(word)?.[0] ?? "");
  return letters.join("").toUpperCase() || "?";
}
