import { parser } from "@prometheus-io/lezer-promql";

type SyntaxNode = ReturnType<typeof parser.parse>["topNode"];

/** What an expression asks of the metrics. */
export interface Expression {
  readonly selectors: readonly Selector[];
  /** Labels by which it groups or matches, each with the metrics that must have it. */
  readonly groupings: readonly { readonly label: string; readonly metrics: readonly string[] }[];
}

export interface Selector {
  readonly metric: string;
  readonly labels: readonly string[];
}

/** Reads PromQL by Prometheus's own grammar. @throws when it is none */
export function readExpression(text: string): Expression {
  const tree = parser.parse(text);
  const selectors: Selector[] = [];
  const groupings: { readonly label: string; readonly metrics: readonly string[] }[] = [];
  const said = ({ from, to }: { readonly from: number; readonly to: number }): string => text.slice(from, to);
  tree.iterate({
    enter(at) {
      const { node } = at;
      if (node.type.isError) throw new Error(`this is no PromQL, from "${text.slice(at.from)}" on: ${text}`);
      if (at.name === "VectorSelector") selectors.push(selectorOf(node, said));
      if (at.name === "GroupingLabels") {
        const metrics = under(groupedBy(node), "VectorSelector").map((selector) => selectorOf(selector, said).metric);
        groupings.push(...under(node, "LabelName").map((label) => ({ label: said(label), metrics })));
      }
    },
  });
  return { selectors, groupings };
}

/** The aggregation or the operation whose labels these are. */
function groupedBy(labels: SyntaxNode): SyntaxNode {
  for (let node: SyntaxNode | null = labels; node; node = node.parent) if (node.name === "AggregateExpr" || node.name === "BinaryExpr") return node;
  throw new Error("labels that group nothing");
}

function selectorOf(node: SyntaxNode, said: (node: SyntaxNode) => string): Selector {
  const metric = node.getChild("Identifier");
  if (!metric) throw new Error(`a selector that names no metric: ${said(node)}`);
  return { metric: said(metric), labels: under(node, "LabelName").map(said) };
}

function under(node: SyntaxNode, name: string): readonly SyntaxNode[] {
  const found: SyntaxNode[] = [];
  node.cursor().iterate((at) => {
    if (at.name === name) found.push(at.node);
  });
  return found;
}
