export const es = {
  "user.command": "Pedidos de esta persona",
  "message.command": "Pedir esto",

  "person.heading": "### {{person}} en el mostrador de artesanía",
  "person.requests": "**Espera** ({{count}})",
  "person.claims": "**Fabrica** ({{count}})",
  "person.line": "**#{{number}}** {{item}} ×{{quantity}} · {{state}}",
  "person.noRequests": "No espera nada.",
  "person.noClaims": "No fabrica nada ahora.",
  "person.more_one": "…y {{count}} más",
  "person.more_many": "…y {{count}} más",
  "person.more_other": "…y {{count}} más",
  "person.open": "Abrir uno…",
  "person.bot": "{{person}} es un bot y no pide nada. Elige a una persona.",

  "state.open": "abierto",
  "state.claimed": "tomado",
  "state.in_progress": "en curso",
  "state.completed": "completado",
  "state.cancelled": "cancelado",
  "state.denied": "rechazado",

  "message.empty": "En este mensaje no hay texto que pueda leer. Escribe `/request` y nombra el objeto.",
  "message.unknown": "En este mensaje no encuentro ningún objeto que se pueda fabricar. Escribe `/request` y nómbralo.",
  "message.heading": "### ¿Cuál de estos?",
  "message.about": "El mensaje nombra varias cosas que se pueden fabricar.",
  "message.choose": "Elige el objeto…",
};
