export const es = {
  commandDescription: "Publicar el panel: hacer, gestionar y ver pedidos, personajes (oficiales)",
  whereDescription: "Dónde va; si no, el canal del panel de /settings cuando lo hay, o este canal",
  whereHere: "Este canal",
  whereConfigured: "El canal del panel de /settings",

  title: "El mostrador de artesanía",
  howRequest: "**¿Necesitas que te fabriquen algo?** Di qué es y quién aporta los materiales. Nuestros artesanos lo ven al momento, y recibes un mensaje cuando alguien lo toma y cuando está hecho.",
  howCraft: "**¿Fabricas?** Tu cola está en *Gestionar pedidos*: tomar, empezar, completar.",
  create: "Hacer un pedido",
  manage: "Gestionar pedidos",
  mine: "Mis pedidos",
  characters: "Personajes",

  posting: "El panel va de camino a {{channel}}.",
  refreshing: "El panel de {{channel}} se ha renovado; si alguien lo borró, uno nuevo va de camino.",
  setHint: "Elige este canal también en `/settings`: así el panel vuelve solo si alguna vez se borra.",
  lastFailed: "La última vez no llegó: {{why}}",
  noAccess: "No puedo escribir ahí. Dame Ver canal y Enviar mensajes en ese canal.",
  channelGone: "Discord dice que el canal ya no existe.",
  rejected: "Discord no lo ha aceptado. Quien aloja este bot encontrará el motivo en su registro.",
  tooManyAttempts: "Discord ha estado inaccesible demasiado tiempo.",

  notOfficer: "Solo los oficiales publican el panel. Pregunta a uno de ellos o a alguien que pueda gestionar este servidor.",
  noChannel: "No hay ningún canal para el panel. Elige uno en `/settings`, o publica el panel en este canal.",
};
