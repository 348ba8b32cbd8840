export const de = {
  failed: "Bei mir ist etwas schiefgegangen, entschuldige. Versuch es bitte noch einmal. Passiert es wieder, sag einem Offizier diese Nummer: **{{reference}}**",
  outdated: "Diese Nachricht stammt von einer früheren Version von mir, und ihre Knöpfe gehen nicht mehr. Fang bitte neu an mit `/request`, `/requests` oder `/status`.",
  unknownCommand: "Diesen Befehl kenne ich nicht mehr. Vielleicht zeigt Discord noch einen alten; ein Neustart von Discord holt die neue Liste.",
  serverOnly: "Das geht nur auf einem Server.",
  notInServer: "Du bist nicht mehr auf dem Server, um den es in dieser Nachricht geht.",
  unreachable: "Ich konnte deine Rollen auf dem Server gerade nicht nachsehen. Versuch es bitte in einer Minute noch einmal.",
  tooSlow: "Das Öffnen hat zu lange gedauert. Drück bitte noch einmal.",
};
