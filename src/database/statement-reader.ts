import type { KyselyPlugin, PluginTransformQueryArgs, PluginTransformResultArgs, QueryResult, RootOperationNode, UnknownRow } from "kysely";

/** A plugin that only looks at statements: also at those of `prepared`, which are built once and then given their values. */
export abstract class StatementReader implements KyselyPlugin {
  /** `valueOf` gives what stands in a statement's place for a value. */
  abstract saw(statement: RootOperationNode, valueOf: (placed: unknown) => unknown): void;

  transformQuery({ node }: PluginTransformQueryArgs): RootOperationNode {
    this.saw(node, asItStands);
    return node;
  }

  transformResult({ result }: PluginTransformResultArgs): Promise<QueryResult<UnknownRow>> {
    return Promise.resolve(result);
  }
}

const asItStands = (value: unknown): unknown => value;
