export const de = {
  commandDescription: "Das Menü aufstellen: Aufträge erteilen, bearbeiten und ansehen, Charaktere (Offiziere)",
  whereDescription: "Wo es steht; ohne Angabe im Menü-Kanal aus /settings, sonst in diesem Kanal",
  whereHere: "Dieser Kanal",
  whereConfigured: "Der Menü-Kanal aus /settings",

  title: "Auftragsannahme",
  howRequest: "**Soll etwas hergestellt werden?** Sag, was, und wer die Materialien stellt. Unsere Handwerker sehen es sofort, und du bekommst eine Nachricht, wenn jemand es übernimmt und wenn es fertig ist.",
  howCraft: "**Stellst du etwas her?** Deine Warteschlange ist unter *Aufträge bearbeiten*: übernehmen, anfangen, abschließen.",
  create: "Auftrag erteilen",
  manage: "Aufträge bearbeiten",
  mine: "Meine Aufträge",
  characters: "Charaktere",

  posting: "Das Menü ist unterwegs nach {{channel}}.",
  refreshing: "Das Menü in {{channel}} ist aufgefrischt; hat jemand es gelöscht, ist ein neues unterwegs.",
  setHint: "Wähl diesen Kanal auch in `/settings`: Dann kommt das Menü von selbst zurück, falls es gelöscht wird.",
  lastFailed: "Letztes Mal kam es nicht an: {{why}}",
  noAccess: "Ich darf dort nicht schreiben. Gib mir dort Kanal ansehen und Nachrichten senden.",
  channelGone: "Discord sagt, dass es den Kanal nicht mehr gibt.",
  rejected: "Discord hat es nicht angenommen. Wer diesen Bot betreibt, findet den Grund im Protokoll.",
  tooManyAttempts: "Discord war zu lange nicht erreichbar.",

  notOfficer: "Nur Offiziere stellen das Menü auf. Frag einen von ihnen oder jemanden, der diesen Server verwalten darf.",
  noChannel: "Für das Menü ist kein Kanal eingestellt. Wähl einen in `/settings`, oder stell das Menü in diesem Kanal auf.",
};
