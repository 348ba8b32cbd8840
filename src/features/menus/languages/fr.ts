export const fr = {
  "user.command": "Commandes de cette personne",
  "message.command": "Commander ceci",

  "person.heading": "### {{person}} au comptoir d'artisanat",
  "person.requests": "**Attend** ({{count}})",
  "person.claims": "**Fabrique** ({{count}})",
  "person.line": "**#{{number}}** {{item}} ×{{quantity}} · {{state}}",
  "person.noRequests": "N'attend rien.",
  "person.noClaims": "Ne fabrique rien en ce moment.",
  "person.more_one": "…et {{count}} autre",
  "person.more_many": "…et {{count}} autres",
  "person.more_other": "…et {{count}} autres",
  "person.open": "En ouvrir une…",
  "person.bot": "{{person}} est un bot, et ne commande rien. Choisis une personne.",

  "state.open": "ouverte",
  "state.claimed": "prise",
  "state.in_progress": "en cours",
  "state.completed": "terminée",
  "state.cancelled": "annulée",
  "state.denied": "refusée",

  "message.empty": "Il n'y a pas de texte que je puisse lire dans ce message. Tape `/request` et nomme l'objet.",
  "message.unknown": "Je ne trouve dans ce message aucun objet à fabriquer. Tape `/request` et nomme-le.",
  "message.heading": "### Lequel de ceux-ci ?",
  "message.about": "Le message cite plusieurs objets à fabriquer.",
  "message.choose": "Choisis l'objet…",
};
