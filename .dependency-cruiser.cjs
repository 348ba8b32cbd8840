/** Who may import whom (docs/architecture.md draws it): a rule a row, which names what is allowed, and says why. */
const anyOf = (names) => `(${names.join("|")})\\.ts$`;

/** What the files of a room are, by name. What is in none of these is its model: types, decisions, ports. */
const TABLES = ["tables", "migrations"];
const STORES = ["[a-z-]*store", "read-model", "row", "pages", "export-pages", "queue-rows", "list-parts", "cached-parts", "cached-lists"];
const SERVICES = ["[a-z-]*service", "rewrite", "timers", "subscriptions", "hold-character", "drafts", "cards", "mentions"];
const IDS = ["custom-ids", "view-ids"];
const TEXTS = ["texts", "languages/[a-zA-Z-]+"];
const VIEWS = ["views", "[a-z-]*view", "frame", "modals", "form", "lists", "paging", "showing", "viewer", "problem-text", "refusal-sentence", "chosen-actions"];
const HANDLERS = ["handlers[a-z-]*", "room", "flow", "presses", "quick", "submissions", "sending", "pasting", "character-of", "act-reply", "perform", "[a-z-]*command"];
const FEATURES = ["feature", "[a-z-]*topics?"];
/** Recipes come from files; only these read any. */
const LOADERS = ["load-packs?", "read-data-file", "pack-schema", "pack-problem", "pack-files", "pack-worker", "pack-reader", "recipe-packs"];
const NOT_MODEL = [...TABLES, ...STORES, ...SERVICES, ...IDS, ...TEXTS, ...VIEWS, ...HANDLERS, ...FEATURES, ...LOADERS];

const room = "^src/features/([^/]+)/";
const fileNamed = (names) => ({ path: `${room}${anyOf(names)}` });
const own = (names) => `^src/features/$1/${anyOf(names)}`;
const ownModel = `^src/features/$1/(?!${anyOf(NOT_MODEL)})`;
/** Judged by rooms-keep-their-insides. */
const otherRooms = "^src/features/(?!$1/)[^/]+/";
const shared = "^src/features/[^/]+\\.ts$";
const contract = "^src/features/contract\\.ts$";
const kernel = "^src/kernel/";
const database = "^src/database/";
/** What everybody may say: a line in the log, a measurement. */
/** What a cache is asked, and what it is told. */
const readCache = "^src/cache/(read-cache|later)\\.ts$";
const log = "^src/telemetry/(log|telemetry|trace)\\.ts$";
/** What a picture is to show. */
const chart = "^src/charts/chart\\.ts$";
const settingsModel = "^src/features/guild-settings/(guild-settings|rights|options|delays|profiles)\\.ts$";
const settingsPort = "^src/features/guild-settings/settings-port\\.ts$";
const npm = (...names) => `node_modules/(${names.join("|")})/`;
const types = npm("discord-api-types");
/** Everything but what is named; `core`: Node's own modules as well. */
const only = (...allowed) => ({ pathNot: allowed, dependencyTypesNot: ["core"] });
const onlyNoNode = (...allowed) => ({ pathNot: allowed });

const rule = (name, from, to, comment) => ({ name, severity: "error", comment, from, to });

module.exports = {
  forbidden: [
    rule("no-cycles", {}, { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } }, "A circle has no first file to read, and none that can be taken out."),
    rule("no-dead-ends", {}, { couldNotResolve: true }, "An import that leads nowhere fails at run time."),

    rule("sandbox-apart", { path: "^sandbox/" }, { path: "^src/" }, "The sandbox is a Discord for any bot: it must not know ours."),
    rule("bot-apart", { path: "^src/" }, { path: "^sandbox/" }, "The bot must see nothing but Discord's protocols."),
    rule("discord-js-at-the-edge", { path: "^src/", pathNot: "^src/discord/" }, { path: npm("discord\\.js", "@discordjs") }, "Rooms speak discord-api-types; the library can be replaced in one folder."),
    rule("engines-in-one-folder", { path: "^src/", pathNot: [database, "^src/testing/"] }, { path: [npm("pg"), "^node:sqlite$", "^sqlite$"] }, "Nothing outside database/ may know which engine runs."),
    rule("only-the-root-composes", { path: "^src/", pathNot: ["^src/cli/", "^src/(main|measuring)\\.ts$"] }, { path: "^src/(main|desk|measuring)\\.ts$" }, "Two files know everyone; whoever imports them is a command line, a test, or the first of them."),
    rule("no-test-code-in-product", { path: "^(src|sandbox)/", pathNot: "^(src|sandbox)/testing/" }, { path: ["^(src|sandbox)/testing/", npm("vitest")] }, "What tests need must not reach production."),
    rule("contract-only-in-tests", { path: "^sandbox/", pathNot: "^sandbox/(contract|conformance|testing)/" }, { path: "^sandbox/contract/" }, "What holds the sandbox to Discord's contract needs packages that only a clone has."),

    rule("kernel-imports-nothing", { path: kernel }, only(kernel), "Everything stands on the kernel; it stands on Node alone."),
    rule("database-below", { path: database }, only(database, kernel, npm("kysely", "pg", "@types/pg")), "The database folder knows two engines and no room."),
    rule("telemetry-only-writes", { path: "^src/telemetry/" }, only("^src/telemetry/", kernel, database, npm("pino", "prom-client", "hdr-histogram-js", "kysely", "fastify")), "Everybody tells it what happens, so it knows nobody; it keeps its windows in the database."),
    rule("telemetry-is-told", { path: "^src/(?!(main|measuring)\\.ts|cli/|telemetry/|testing/)" }, { path: "^src/telemetry/", pathNot: log }, "Whoever measures knows the port alone, not where measurements go."),
    rule("charts-only-draw", { path: "^src/charts/" }, only("^src/charts/", npm("echarts", "@resvg", "piscina", "dejavu-fonts-ttf")), "A picture of numbers, whoever counted them."),
    rule("i18n-only-translates", { path: "^src/i18n/" }, only("^src/i18n/", kernel, npm("i18next")), "It is given every room's texts; it asks no room for them."),
    rule("outbox-knows-no-room", { path: "^src/outbox/" }, only("^src/outbox/", contract, kernel, database, log, npm("kysely", "lru-cache")), "It sends what a topic composes, whosever topic it is."),
    rule("cache-knows-no-room", { path: "^src/cache/" }, only("^src/cache/", kernel, database, log, npm("kysely", "lru-cache")), "It keeps answers, whatever was asked, and sees what is written, whoever writes."),
    rule("schedule-knows-no-room", { path: "^src/schedule/" }, only("^src/schedule/", contract, kernel, database, log, npm("kysely")), "It runs what is due, whosever timer it is."),
    rule("discord-knows-no-room", { path: "^src/discord/" }, only("^src/discord/", shared, settingsModel, settingsPort, "^src/features/surfaces/surface-port\\.ts$", kernel, log, "^src/outbox/sender-port\\.ts$", npm("discord\\.js", "@discordjs", "discord-api-types")), "The edge knows the contract and the ports, not what rooms do nor where they keep it."),
    rule("configuration-is-read-alone", { path: "^src/(config|guild-file|unknown-names)\\.ts$" }, only("^src/(config|guild-file)\\.ts$", settingsModel, "^src/features/recipes/recipe\\.ts$", "^src/database/open\\.ts$", kernel, npm("zod", "yaml")), "It is parsed before anything is started; of others it knows the words in which it answers."),
    rule("contract-below-rooms", { path: shared }, only(shared, settingsModel, kernel, database, types, npm("chrono-node", "csv-stringify")), "What rooms offer each other must not depend on one of them, but for the settings snapshot that every call carries."),

    rule(
      "rooms-keep-their-insides",
      { path: room },
      { path: "^src/features/[^/]+/(?!.*(-port|custom-ids|events)\\.ts$)", pathNot: ["^src/features/$1/", settingsModel, "^src/features/(requests/(request|request-changes|reason|material-stand)|preferences/(preferences|local-time)|characters/character(-name)?|recipes/(recipe|recipe-book)|audit/audit-entry)\\.ts$"] },
      "Rooms meet through ports, events and custom ids, so that one can change without the other.",
    ),
    rule("models-are-pure", { path: room, pathNot: `${room}${anyOf(NOT_MODEL)}` }, onlyNoNode(ownModel, otherRooms, contract, "^src/features/paging\\.ts$", kernel, npm("zod")), "What decides must be readable and testable without a database, Discord or a disk. What a file is, its name says: see the top."),
    rule("ids-are-keys", fileNamed(IDS), onlyNoNode(ownModel, otherRooms, kernel, types), "A custom id carries route, version and keys; what they mean is in the store."),
    rule("texts-are-words", fileNamed(TEXTS), onlyNoNode(ownModel, own([...IDS, ...TEXTS]), otherRooms, contract, kernel), "Sentences for what the model knows, and nothing that decides."),
    rule("views-are-pure", fileNamed(VIEWS), onlyNoNode(ownModel, own([...IDS, ...TEXTS, ...VIEWS]), otherRooms, shared, kernel, chart, types), "A view is a function of state: no store, no client, no clock."),
    rule("tables-are-shapes", fileNamed(TABLES), onlyNoNode(ownModel, otherRooms, contract, kernel, database, npm("kysely")), "A migration must run the same next year, whatever the room does then."),
    rule("stores-only-store", fileNamed(STORES), onlyNoNode(ownModel, own([...TABLES, ...STORES]), otherRooms, contract, "^src/features/paging\\.ts$", kernel, database, readCache, npm("kysely")), "Rows in, rows out: who asks decides what they mean and who hears of it."),
    rule("services-answer-nobody", fileNamed(SERVICES), onlyNoNode(ownModel, own([...STORES, ...SERVICES]), otherRooms, contract, kernel), "A service decides and writes; how it is said and shown is its callers', of whom the dashboard may be one. It has a transaction, and no other way to the database."),
    rule("handlers-ask-services", fileNamed(HANDLERS), onlyNoNode(ownModel, own(["read-model", ...SERVICES, ...IDS, ...TEXTS, ...VIEWS, ...HANDLERS]), otherRooms, shared, kernel, chart, types), "A handler turns a press into a question and the answer into a reply; what it wrote past the service nobody would have checked."),
    rule("features-wire-their-room", fileNamed(FEATURES), onlyNoNode("^src/features/$1/", otherRooms, shared, kernel, chart, types), "It names what the room offers, and composes its messages; the database and Discord are given to it."),
    rule("loaders-read-files", fileNamed(LOADERS), only(ownModel, own(LOADERS), kernel, log, npm("zod", "yaml", "piscina")), "Recipes are data: they are read and checked before anybody asks."),
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
