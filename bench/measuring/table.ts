export { table } from "../../src/cli/text-table.ts";
