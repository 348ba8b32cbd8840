export const fr = {
  inDirectMessages: "C'est dans tes messages privés : [ouvrir]({{link}}).",
  inOwnChannel: "C'est dans un endroit rien que pour toi : [ouvrir]({{link}}).",
  newsThread: "Des nouvelles de tes commandes",
  unseen_one: "Il y a du nouveau pour la commande {{numbers}} qui n'a pas pu t'atteindre. `/status` montre où elle en est. Pour être au courant la prochaine fois, autorise les messages privés des membres de ce serveur.",
  unseen_many: "Il y a du nouveau pour les commandes {{numbers}} qui n'a pas pu t'atteindre. `/status` montre où elles en sont. Pour être au courant la prochaine fois, autorise les messages privés des membres de ce serveur.",
  unseen_other: "Il y a du nouveau pour les commandes {{numbers}} qui n'a pas pu t'atteindre. `/status` montre où elles en sont. Pour être au courant la prochaine fois, autorise les messages privés des membres de ce serveur.",
};
