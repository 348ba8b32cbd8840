export const es = {
  inDirectMessages: "Está en tus mensajes directos: [abrir]({{link}}).",
  inOwnChannel: "Está en un lugar solo para ti: [abrir]({{link}}).",
  newsThread: "Novedades de tus pedidos",
  unseen_one: "Hay novedades del pedido {{numbers}} que no pudieron llegarte. `/status` muestra cómo está. Para enterarte la próxima vez, permite los mensajes directos de miembros de este servidor.",
  unseen_many: "Hay novedades de los pedidos {{numbers}} que no pudieron llegarte. `/status` muestra cómo están. Para enterarte la próxima vez, permite los mensajes directos de miembros de este servidor.",
  unseen_other: "Hay novedades de los pedidos {{numbers}} que no pudieron llegarte. `/status` muestra cómo están. Para enterarte la próxima vez, permite los mensajes directos de miembros de este servidor.",
};
