import { type Panel, ROWS } from "./rows.ts";

/** Grafana's grid is so wide. */
const COLUMNS = 24;
const PANEL = { w: 8, h: 8 } as const;
const ROW_HEIGHT = 1;
/** That of Grafana 13; it brings older ones up to date when it reads them, and so will later Grafanas with this. */
const SCHEMA_VERSION = 42;
const DATASOURCE = { type: "prometheus", uid: "${datasource}" } as const;

/** deploy/grafana/guildsmith.json, in Grafana's classic model, which every Grafana imports: https://grafana.com/docs/grafana/latest/dashboards/build-dashboards/view-dashboard-json-model/ */
export function dashboard(): object {
  return {
    uid: "guildsmith",
    title: "Guildsmith",
    description: "What people wait for, and why. Made by `npm run dashboard`; every measure is told in docs/metrics.md.",
    tags: ["guildsmith"],
    schemaVersion: SCHEMA_VERSION,
    version: 1,
    editable: true,
    graphTooltip: 1,
    time: { from: "now-6h", to: "now" },
    refresh: "30s",
    timezone: "browser",
    annotations: { list: [] },
    links: [],
    templating: { list: [datasource, variable("instance", "Bot", 'label_values(up{job="guildsmith"}, instance)'), variable("cohort", "Cohort", 'label_values(guildsmith_interactions_total{job="guildsmith"}, cohort)'), variable("flow", "Flow", 'label_values(guildsmith_interactions_total{job="guildsmith"}, flow)')] },
    panels: laidOut(),
  };
}

const datasource = { name: "datasource", label: "Prometheus", type: "datasource", query: "prometheus", refresh: 1, hide: 0, multi: false, includeAll: false, options: [], current: {} };

/** One or many values of a label; all of them at first, empty ones included. */
const variable = (name: string, label: string, query: string): object => ({ name, label, type: "query", datasource: DATASOURCE, query: { query, refId: name }, definition: query, refresh: 2, sort: 1, hide: 0, multi: true, includeAll: true, allValue: ".*", options: [], current: { selected: true, text: ["All"], value: ["$__all"] } });

/** Rows one below the other, each with its panels side by side, three in a line. */
function laidOut(): readonly object[] {
  const inLine = COLUMNS / PANEL.w;
  let y = 0;
  let id = 0;
  return ROWS.flatMap(({ title, panels }) => {
    const row = { id: (id += 1), type: "row", title, collapsed: false, gridPos: { x: 0, y, w: COLUMNS, h: ROW_HEIGHT }, panels: [] };
    const top = y + ROW_HEIGHT;
    y = top + Math.ceil(panels.length / inLine) * PANEL.h;
    return [row, ...panels.map((panel, at) => chart(panel, (id += 1), { x: (at % inLine) * PANEL.w, y: top + Math.floor(at / inLine) * PANEL.h, ...PANEL }))];
  });
}

const chart = ({ title, about, unit, queries, badFrom }: Panel, id: number, gridPos: object): object => ({
  id,
  type: "timeseries",
  title,
  description: about,
  datasource: DATASOURCE,
  gridPos,
  fieldConfig: {
    defaults: { unit, min: 0, color: { mode: "palette-classic" }, custom: { lineWidth: 1, fillOpacity: 8, showPoints: "never", thresholdsStyle: { mode: badFrom === undefined ? "off" : "dashed" } }, thresholds: { mode: "absolute", steps: [{ color: "green", value: null }, ...(badFrom === undefined ? [] : [{ color: "red", value: badFrom }])] } },
    overrides: [],
  },
  options: { legend: { displayMode: "list", placement: "bottom", showLegend: true }, tooltip: { mode: "multi", sort: "desc" } },
  targets: queries.map(({ expr, legend }, at) => ({ refId: String.fromCodePoint(65 + at), datasource: DATASOURCE, editorMode: "code", expr, legendFormat: legend, range: true })),
});
