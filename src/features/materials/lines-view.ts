/** Lines that fit, whole: of what does not, it is said how much there is. */
export function wholeLines(lines: readonly string[], limit: number, more: (count: number) => string): string {
  const shown: string[] = [];
  let length = 0;
  for (const [index, line] of lines.entries()) {
    const rest = lines.length - index;
    const room = rest === 1 ? limit : limit - more(rest).length - 1;
    if (length + line.length > room) return [...shown, more(rest)].join("\n");
    shown.push(line);
    length += line.length + 1;
  }
  return shown.join("\n");
}
