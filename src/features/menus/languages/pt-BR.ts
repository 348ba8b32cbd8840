export const pt = {
  "user.command": "Pedidos desta pessoa",
  "message.command": "Pedir isto",

  "person.heading": "### {{person}} no balcão de artesanato",
  "person.requests": "**Espera** ({{count}})",
  "person.claims": "**Cria** ({{count}})",
  "person.line": "**#{{number}}** {{item}} ×{{quantity}} · {{state}}",
  "person.noRequests": "Não espera nada.",
  "person.noClaims": "Não cria nada agora.",
  "person.more_one": "…e mais {{count}}",
  "person.more_many": "…e mais {{count}}",
  "person.more_other": "…e mais {{count}}",
  "person.open": "Abrir um…",
  "person.bot": "{{person}} é um bot e não pede nada. Escolha uma pessoa.",

  "state.open": "aberto",
  "state.claimed": "assumido",
  "state.in_progress": "em andamento",
  "state.completed": "concluído",
  "state.cancelled": "cancelado",
  "state.denied": "recusado",

  "message.empty": "Não há texto que eu possa ler nesta mensagem. Digite `/request` e diga o item.",
  "message.unknown": "Não encontro nesta mensagem nenhum item que possa ser criado. Digite `/request` e diga qual é.",
  "message.heading": "### Qual destes?",
  "message.about": "A mensagem cita várias coisas que podem ser criadas.",
  "message.choose": "Escolha o item…",
};
