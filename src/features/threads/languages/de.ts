export const de = {
  name: "#{{number}} {{item}} ×{{quantity}}",
  nameOver: "#{{number}} {{item}} ×{{quantity}} (beendet)",
  heading: "### #{{number}}: {{item}} ×{{quantity}}",
  "alone.open": "{{requester}} wartet darauf, dass jemand dies übernimmt. Wer es tut, kommt in diesen Thread.",
  "alone.cancelled": "Dieser Auftrag von {{requester}} wurde storniert.",
  "alone.denied": "Dieser Auftrag von {{requester}} wurde abgelehnt.",
  "state.claimed": "{{crafter}} hat dies für {{requester}} übernommen. Hier könnt ihr darüber reden: Materialien, Zeit und Ort.",
  "state.in_progress": "{{crafter}} arbeitet daran für {{requester}}: {{completed}} von {{quantity}} hergestellt.",
  "state.completed": "{{crafter}} hat dies für {{requester}} abgeschlossen. Macht hier aus, wann und wo ihr es übergebt.",
  details: "Details",
};
