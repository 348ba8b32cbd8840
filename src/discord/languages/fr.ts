export const fr = {
  failed: "Quelque chose s'est mal passé de mon côté, désolé. Réessaie, s'il te plaît. Si cela se reproduit, donne ce numéro à un officier : **{{reference}}**",
  outdated: "Ce message vient d'une version précédente de moi et ses boutons ne marchent plus. Recommence avec `/request`, `/requests` ou `/status`.",
  unknownCommand: "Je ne connais plus cette commande. Discord en affiche peut-être encore une ancienne ; redémarrer Discord charge la nouvelle liste.",
  serverOnly: "Cela ne marche que sur un serveur.",
  notInServer: "Tu n'es plus membre du serveur dont parle ce message.",
  unreachable: "Je n'ai pas pu vérifier tes rôles sur le serveur à l'instant. Réessaie dans une minute.",
  tooSlow: "L'ouverture a pris trop de temps. Appuie encore une fois.",
};
