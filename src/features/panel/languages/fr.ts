export const fr = {
  commandDescription: "Publier le panneau : créer, gérer et voir les commandes, personnages (officiers)",
  whereDescription: "Où il se trouve ; sinon le salon du panneau de /settings s'il y en a un, ou ce salon",
  whereHere: "Ce salon",
  whereConfigured: "Le salon du panneau de /settings",

  title: "Le comptoir d'artisanat",
  howRequest: "**Besoin d'un objet ?** Dis lequel et qui fournit les composants. Nos artisans le voient aussitôt, et tu reçois un message quand quelqu'un s'en charge et quand c'est prêt.",
  howCraft: "**Tu fabriques ?** Ta file d'attente est sous *Gérer les commandes* : prendre, commencer, terminer.",
  create: "Passer commande",
  manage: "Gérer les commandes",
  mine: "Mes commandes",
  characters: "Personnages",

  posting: "Le panneau est en route vers {{channel}}.",
  refreshing: "Le panneau dans {{channel}} est rafraîchi ; si quelqu'un l'a supprimé, un nouveau est en route.",
  setHint: "Choisis aussi ce salon dans `/settings` : le panneau revient alors tout seul si on le supprime.",
  lastFailed: "La dernière fois, il n'est pas arrivé : {{why}}",
  noAccess: "Je ne peux pas y écrire. Donne-moi Voir le salon et Envoyer des messages dans ce salon.",
  channelGone: "Discord dit que ce salon n'existe plus.",
  rejected: "Discord ne l'a pas accepté. Qui héberge ce bot en trouve la raison dans son journal.",
  tooManyAttempts: "Discord est resté injoignable trop longtemps.",

  notOfficer: "Seuls les officiers publient le panneau. Demande à l'un d'eux, ou à quelqu'un qui peut gérer ce serveur.",
  noChannel: "Aucun salon n'est réglé pour le panneau. Choisis-en un dans `/settings`, ou publie le panneau dans ce salon.",
};
