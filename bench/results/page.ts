/** A bench that was run, and what it printed. */
export interface Section {
  readonly name: string;
  readonly shows: string;
  readonly command: string;
  readonly output: string;
  /** Why there is no output; null when all went well. */
  readonly failure: string | null;
  readonly seconds: number;
}

export interface Results {
  readonly mode: "quick" | "full";
  readonly machine: string;
  readonly minutes: number;
  readonly sections: readonly Section[];
  readonly charts: readonly { readonly title: string; readonly file: string }[];
}

/** bench/RESULTS.md. */
export function resultsPage({ mode, machine, minutes, sections, charts }: Results): string {
  return [
    "# Results of the benchmarks",
    `\`npm run bench${mode === "full" ? " -- --full" : ""}\` wrote this page, in ${minutes.toFixed(0)} minutes. ${mode === "quick" ? "It is the quick look, some benches at once: figures to quote come from `npm run bench -- --full`. " : "All benches ran one after the other. "}Figures of two ways come from one run, by turns; what another machine gives differs, the ratios less so.`,
    `Machine: ${machine}.`,
    ...charts.map(({ title, file }) => `\n![${title}](${file})`),
    ...sections.flatMap(({ name, shows, command, output, failure, seconds }) => [`\n## ${name}`, `${shows}. \`${command}\`, ${Math.round(seconds)} s.`, "", failure === null ? `\`\`\`text\n${output}\n\`\`\`` : `It ${failure}.`]),
    "",
  ].join("\n");
}
