/** Who may import whom (docs/architecture.md draws it). Each rule says why. */
const room = "^src/features/([^/]+)/";
const contract = "^src/features/[^/]+\\.ts$";

module.exports = {
  forbidden: [
    { name: "no-cycles", severity: "error", comment: "A circle has no first file to read, and none that can be taken out.", from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } } },
    { name: "no-dead-ends", severity: "error", comment: "An import that leads nowhere fails at run time.", from: {}, to: { couldNotResolve: true } },
    { name: "kernel-imports-nothing", severity: "error", comment: "Everything stands on the kernel; it stands on Node alone.", from: { path: "^src/kernel/" }, to: { pathNot: ["^src/kernel/", "^node:"], dependencyTypesNot: ["core"] } },
    { name: "sandbox-apart", severity: "error", comment: "The sandbox is a Discord for any bot: it must not know ours.", from: { path: "^sandbox/" }, to: { path: "^src/" } },
    { name: "bot-apart", severity: "error", comment: "The bot must see nothing but Discord's protocols.", from: { path: "^src/" }, to: { path: "^sandbox/" } },
    { name: "discord-js-at-the-edge", severity: "error", comment: "Rooms speak discord-api-types; the library can be replaced in one folder.", from: { path: "^src/", pathNot: "^src/discord/" }, to: { path: "node_modules/(discord\\.js|@discordjs)/" } },
    { name: "discord-knows-no-room", severity: "error", comment: "The edge knows the contract and the ports, not what rooms do.", from: { path: "^src/discord/" }, to: { path: "^src/features/[^/]+/", pathNot: "^src/features/guild-settings/(rights|settings-port|guild-settings)\\.ts$" } },
    { name: "database-below", severity: "error", comment: "The database folder knows two engines and no room.", from: { path: "^src/database/" }, to: { path: "^src/(features|discord|outbox|cli|main)" } },
    { name: "engines-in-one-folder", severity: "error", comment: "Nothing outside database/ may know which engine runs.", from: { path: "^src/", pathNot: ["^src/database/", "^src/testing/"] }, to: { path: "(node_modules/pg/|^node:sqlite$|^sqlite$)" } },
    { name: "rooms-keep-their-insides", severity: "error", comment: "Rooms meet through ports, events and custom ids, so that one can change without the other.", from: { path: room }, to: { path: "^src/features/[^/]+/(?!.*(-port|custom-ids|events)\\.ts$)", pathNot: ["^src/features/$1/", "^src/features/(requests/(request|reason)|characters/character|recipes/(recipe|recipe-book)|guild-settings/(guild-settings|rights)|audit/audit-entry)\\.ts$"] } },
    { name: "models-are-pure", severity: "error", comment: "What decides must be readable and testable without a database or Discord.", from: { path: "^src/features/[^/]+/(transition|policy|rights|request|character|draft|recipe-book|trigram-index|amounts)\\.ts$" }, to: { path: ["^src/(database|discord|outbox)/", "node_modules/(kysely|discord)"], dependencyTypesNot: ["type-only"] } },
    { name: "views-are-pure", severity: "error", comment: "A view is a function of state: no store, no client, no clock.", from: { path: "^src/features/.*views?[^/]*\\.ts$" }, to: { path: ["^src/(database|discord|outbox)/", "(store|service|read-model)\\.ts$"], dependencyTypesNot: ["type-only"] } },
    { name: "contract-below-rooms", severity: "error", comment: "What rooms offer each other must not depend on one of them, but for the settings snapshot that every call carries.", from: { path: contract }, to: { path: "^src/features/[^/]+/", pathNot: "^src/features/guild-settings/(guild-settings|rights)\\.ts$" } },
    { name: "only-the-root-composes", severity: "error", comment: "Two files know everyone; whoever imports them is a command line, a test, or the first of them.", from: { path: "^src/", pathNot: ["^src/cli/", "^src/main\\.ts$"] }, to: { path: "^src/(main|desk)\\.ts$" } },
    { name: "no-test-code-in-product", severity: "error", comment: "What tests need must not reach production.", from: { path: "^(src|sandbox)/", pathNot: "^(src|sandbox)/testing/" }, to: { path: ["^(src|sandbox)/testing/", "node_modules/vitest/"] } },
  ],
  options: {
    parser: "swc",
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    doNotFollow: { path: "node_modules" },
    // Tests may import anyone. swc, as it is called here, reads no JSX: a test holds the page to its folder.
    exclude: { path: ["^sandbox/client/dist/", "\\.tsx$", "\\.test\\.ts$"] },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "node", "default", "types"], extensions: [".ts", ".tsx", ".js", ".mjs", ".cjs", ".json"] },
  },
};
