export const de = {
  "user.command": "Aufträge dieser Person",
  "message.command": "Das in Auftrag geben",

  "person.heading": "### {{person}} in der Auftragsannahme",
  "person.requests": "**Wartet auf** ({{count}})",
  "person.claims": "**Stellt her** ({{count}})",
  "person.line": "**#{{number}}** {{item}} ×{{quantity}} · {{state}}",
  "person.noRequests": "Wartet auf nichts.",
  "person.noClaims": "Stellt gerade nichts her.",
  "person.more_one": "…und {{count}} weiterer",
  "person.more_other": "…und {{count}} weitere",
  "person.open": "Einen öffnen…",
  "person.bot": "{{person}} ist ein Bot und gibt nichts in Auftrag. Wähl eine Person.",

  "state.open": "offen",
  "state.claimed": "übernommen",
  "state.in_progress": "in Arbeit",
  "state.completed": "fertig",
  "state.cancelled": "storniert",
  "state.denied": "abgelehnt",

  "message.empty": "In dieser Nachricht ist kein Text, den ich lesen kann. Tipp `/request` und nenn den Gegenstand.",
  "message.unknown": "In dieser Nachricht finde ich keinen Gegenstand, der hergestellt werden kann. Tipp `/request` und nenn ihn.",
  "message.heading": "### Welcher von diesen?",
  "message.about": "Die Nachricht nennt mehreres, das hergestellt werden kann.",
  "message.choose": "Wähl den Gegenstand…",
};
