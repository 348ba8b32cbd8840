/** A bar chart in words and numbers: a bar for each label in each series. */
export interface Chart {
  readonly title: string;
  readonly labels: readonly string[];
  readonly series: readonly { readonly name: string; readonly values: readonly number[] }[];
  /** Bars from left to right, each with its label before it, as for a ranking. */
  readonly isRanking?: boolean;
}

/** In pixels: as wide as a message shows it. */
export const CHART_SIZE = { width: 900, height: 420 } as const;
