export const pt = {
  name: "#{{number}} {{item}} ×{{quantity}}",
  nameOver: "#{{number}} {{item}} ×{{quantity}} (encerrado)",
  heading: "### #{{number}}: {{item}} ×{{quantity}}",
  "alone.open": "{{requester}} espera que alguém assuma este pedido. Quem assumir entra neste tópico.",
  "alone.cancelled": "Este pedido de {{requester}} foi cancelado.",
  "alone.denied": "Este pedido de {{requester}} foi recusado.",
  "state.claimed": "{{crafter}} assumiu este pedido para {{requester}}. Conversem aqui sobre ele: materiais, hora e lugar.",
  "state.in_progress": "{{crafter}} está trabalhando nisso para {{requester}}: {{completed}} de {{quantity}} feitos.",
  "state.completed": "{{crafter}} concluiu este pedido para {{requester}}. Combinem aqui quando e onde entregar.",
  details: "Detalhes",
};
