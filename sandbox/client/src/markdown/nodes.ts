/** What Discord's markdown says, as a tree. */
export type Inline =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "bold" | "italic" | "underline" | "strike" | "spoiler"; readonly children: readonly Inline[] }
  | { readonly kind: "code"; readonly text: string }
  | { readonly kind: "code-block"; readonly language: string | null; readonly text: string }
  | { readonly kind: "link"; readonly url: string; readonly children: readonly Inline[] }
  | { readonly kind: "time"; readonly seconds: number; readonly style: string }
  | { readonly kind: "user" | "role" | "channel"; readonly id: string }
  | { readonly kind: "command"; readonly name: string; readonly id: string }
  | { readonly kind: "emoji"; readonly name: string }
  | { readonly kind: "everyone"; readonly text: string };

export type Block =
  | { readonly kind: "paragraph"; readonly children: readonly Inline[] }
  | { readonly kind: "heading"; readonly level: 1 | 2 | 3; readonly children: readonly Inline[] }
  | { readonly kind: "subtext"; readonly children: readonly Inline[] }
  | { readonly kind: "quote"; readonly blocks: readonly Block[] }
  | { readonly kind: "list"; readonly ordered: boolean; readonly start: number; readonly items: readonly ListItem[] };

export interface ListItem {
  readonly children: readonly Inline[];
  readonly nested: readonly Block[];
}
