export const fr = {
  name: "#{{number}} {{item}} ×{{quantity}}",
  nameOver: "#{{number}} {{item}} ×{{quantity}} (terminée)",
  heading: "### #{{number}} : {{item}} ×{{quantity}}",
  "alone.open": "{{requester}} attend que quelqu'un prenne cette commande. Qui la prend entre dans ce fil.",
  "alone.cancelled": "Cette commande de {{requester}} est annulée.",
  "alone.denied": "Cette commande de {{requester}} est refusée.",
  "state.claimed": "{{crafter}} a pris cette commande pour {{requester}}. Parlez-en ici : composants, heure et lieu.",
  "state.in_progress": "{{crafter}} y travaille pour {{requester}} : {{completed}} sur {{quantity}} fabriqués.",
  "state.completed": "{{crafter}} a terminé cette commande pour {{requester}}. Convenez ici du moment et du lieu de la remise.",
  details: "Détails",
};
