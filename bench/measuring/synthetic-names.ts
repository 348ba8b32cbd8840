/** New names out of the words of real ones, `count` with these: the beginning of one and the end of another. */
export function syntheticNames(real: readonly string[], count: number, random: () => number): string[] {
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
  const names = new Set(real);
  while (names.size < count) {
    const first = pick(real)?.split(" ") ?? [];
    const second = pick(real)?.split(" ") ?? [];
    const words = [...first.slice(0, Math.ceil(random() * first.length)), ...second.slice(Math.floor(random() * second.length))];
    names.add(words.slice(0, 8).join(" "));
  }
  return [...names];
}
