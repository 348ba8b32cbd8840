export const es = {
  name: "#{{number}} {{item}} ×{{quantity}}",
  nameOver: "#{{number}} {{item}} ×{{quantity}} (terminado)",
  heading: "### #{{number}}: {{item}} ×{{quantity}}",
  "alone.open": "{{requester}} espera a que alguien tome este pedido. Quien lo tome entrará en este hilo.",
  "alone.cancelled": "Este pedido de {{requester}} está cancelado.",
  "alone.denied": "Este pedido de {{requester}} está rechazado.",
  "state.claimed": "{{crafter}} ha tomado este pedido para {{requester}}. Aquí podéis hablar de él: materiales, hora y lugar.",
  "state.in_progress": "{{crafter}} trabaja en esto para {{requester}}: {{completed}} de {{quantity}} hechos.",
  "state.completed": "{{crafter}} ha completado este pedido para {{requester}}. Acordad aquí cuándo y dónde entregarlo.",
  details: "Detalles",
};
