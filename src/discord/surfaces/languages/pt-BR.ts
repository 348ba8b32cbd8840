export const pt = {
  inDirectMessages: "Está nas suas mensagens diretas: [abrir]({{link}}).",
  inOwnChannel: "Está em um lugar só seu: [abrir]({{link}}).",
  newsThread: "Novidades dos seus pedidos",
  unseen_one: "Há novidades do pedido {{numbers}} que não conseguiram chegar a você. `/status` mostra como ele está. Para saber da próxima vez, permita mensagens diretas de membros deste servidor.",
  unseen_many: "Há novidades dos pedidos {{numbers}} que não conseguiram chegar a você. `/status` mostra como eles estão. Para saber da próxima vez, permita mensagens diretas de membros deste servidor.",
  unseen_other: "Há novidades dos pedidos {{numbers}} que não conseguiram chegar a você. `/status` mostra como eles estão. Para saber da próxima vez, permita mensagens diretas de membros deste servidor.",
};
