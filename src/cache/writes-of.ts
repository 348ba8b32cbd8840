/** What a statement may change, read from how Kysely describes it. It may say too much, and never too little. */
import {
  AndNode,
  BinaryOperationNode,
  ColumnNode,
  type ColumnUpdateNode,
  DeleteQueryNode,
  InsertQueryNode,
  type OperationNode,
  OperatorNode,
  ParensNode,
  PrimitiveValueListNode,
  RawNode,
  ReferenceNode,
  type RootOperationNode,
  SelectQueryNode,
  TableNode,
  UpdateQueryNode,
  ValueListNode,
  ValueNode,
  ValuesNode,
} from "kysely";
import type { Write } from "./read-cache.ts";

/** Of a write, what its statement says by itself. */
export type StatedWrite = Omit<Write, "valueOf">;

const NOTHING_SAID: ReadonlyMap<string, readonly unknown[]> = new Map();
/** As with statements that are plain SQL, which nobody here reads. */
const ANYTHING: readonly StatedWrite[] = [{ table: null, having: NOTHING_SAID }];

/** Some statements run again and again, with other values each time. */
const known = new WeakMap<RootOperationNode, readonly StatedWrite[]>();

/** The rows that a statement may insert, change or delete, by the values that it names. */
export function writesOf(statement: RootOperationNode): readonly StatedWrite[] {
  const writes = known.get(statement) ?? readWrites(statement);
  known.set(statement, writes);
  return writes;
}

function readWrites(statement: RootOperationNode): readonly StatedWrite[] {
  if ("with" in statement && statement.with !== undefined) return ANYTHING;
  if (SelectQueryNode.is(statement)) return [];
  if (InsertQueryNode.is(statement)) return statement.into ? insertsOf(statement, nameOf(statement.into)) : ANYTHING;
  if (UpdateQueryNode.is(statement)) {
    const updates = statement.updates ?? [];
    if (updates.length > 0 && updates.every(isAsItWas)) return [];
    if (!statement.table || !TableNode.is(statement.table)) return ANYTHING;
    return [{ table: nameOf(statement.table), having: beforeAndAfter(new Map(statement.where ? equalities(statement.where.where) : []), updates) }];
  }
  if (DeleteQueryNode.is(statement)) {
    const [table, ...others] = statement.from.froms;
    if (!table || others.length > 0 || !TableNode.is(table)) return ANYTHING;
    return [{ table: nameOf(table), having: statement.where ? eachAlone(equalities(statement.where.where)) : NOTHING_SAID }];
  }
  return ANYTHING;
}

const nameOf = (node: TableNode): string => node.table.identifier.name;

const eachAlone = (stated: Iterable<readonly [string, unknown]>): ReadonlyMap<string, readonly unknown[]> => new Map([...stated].map(([column, value]) => [column, [value]]));

/** What the rows have before an update, where that is said, and after it. */
function beforeAndAfter(before: ReadonlyMap<string, unknown>, updates: readonly ColumnUpdateNode[]): ReadonlyMap<string, readonly unknown[]> {
  const having = new Map(eachAlone(before));
  for (const update of updates) {
    const column = columnOf(update.column);
    if (column === null) return NOTHING_SAID;
    if (having.has(column)) having.set(column, [before.get(column), valueOf(update.value)]);
  }
  return having;
}

/** `set version = version`, which only locks the row. */
const isAsItWas = ({ column, value }: ColumnUpdateNode): boolean => {
  const name = columnOf(column);
  return name !== null && ReferenceNode.is(value) && columnOf(value) === name;
};

function columnOf(node: OperationNode): string | null {
  if (ColumnNode.is(node)) return node.column.name;
  return ReferenceNode.is(node) && ColumnNode.is(node.column) ? node.column.column.name : null;
}

/** What each row that fulfils a condition surely has: `a = 1 and b = 2`, and nothing of an `or`. */
function* equalities(condition: OperationNode): Generator<[string, unknown]> {
  if (AndNode.is(condition)) {
    yield* equalities(condition.left);
    yield* equalities(condition.right);
  } else if (ParensNode.is(condition)) {
    yield* equalities(condition.node);
  } else if (BinaryOperationNode.is(condition) && OperatorNode.is(condition.operator) && (condition.operator.operator === "=" || condition.operator.operator === "is")) {
    const column = columnOf(condition.leftOperand);
    if (column !== null) yield [column, valueOf(condition.rightOperand)];
  }
}

function insertsOf({ columns = [], values, onConflict, onDuplicateKey }: InsertQueryNode, table: string): readonly StatedWrite[] {
  if (!values || !ValuesNode.is(values) || onDuplicateKey) return [{ table, having: NOTHING_SAID }];
  // Of a row that was there before, only what it has in common with the new one is known.
  const isChanging = onConflict?.updates !== undefined;
  const common = new Set(onConflict?.columns?.map(({ column }) => column.name));
  return values.values.map((row) => ({
    table,
    having: eachAlone(columns.flatMap(({ column: { name } }, at): [string, unknown][] => (isChanging && !common.has(name) ? [] : [[name, valueAt(row, at)]]))),
  }));
}

function valueAt(row: OperationNode, at: number): unknown {
  if (PrimitiveValueListNode.is(row)) return row.values[at];
  return ValueListNode.is(row) ? valueOf(row.values[at]) : undefined;
}

/** Undefined: it is computed, or another column's. */
function valueOf(node: OperationNode | undefined): unknown {
  if (node && ValueNode.is(node)) return node.value;
  // As `sql.val` makes it.
  const isOneValue = node && RawNode.is(node) && node.parameters.length === 1 && node.sqlFragments.every((fragment) => fragment === "");
  return isOneValue ? valueOf(node.parameters[0]) : undefined;
}
