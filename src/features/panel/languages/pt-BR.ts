export const pt = {
  commandDescription: "Publicar o painel: fazer, gerenciar e ver pedidos, personagens (oficiais)",
  whereDescription: "Onde fica; senão, o canal do painel de /settings quando há um, ou este canal",
  whereHere: "Este canal",
  whereConfigured: "O canal do painel de /settings",

  title: "O balcão de artesanato",
  howRequest: "**Precisa que criem algo?** Diga o quê e quem fornece os materiais. Nossos artesãos veem na hora, e você recebe uma mensagem quando alguém assume e quando fica pronto.",
  howCraft: "**Você cria?** Sua fila está em *Gerenciar pedidos*: assumir, começar, concluir.",
  create: "Fazer pedido",
  manage: "Gerenciar pedidos",
  mine: "Meus pedidos",
  characters: "Personagens",

  posting: "O painel está a caminho de {{channel}}.",
  refreshing: "O painel em {{channel}} foi renovado; se alguém o excluiu, um novo está a caminho.",
  setHint: "Escolha este canal também em `/settings`: assim o painel volta sozinho se um dia for excluído.",
  lastFailed: "Da última vez ele não chegou: {{why}}",
  noAccess: "Não posso escrever ali. Dê-me Ver canal e Enviar mensagens nesse canal.",
  channelGone: "O Discord diz que o canal não existe mais.",
  rejected: "O Discord não aceitou. Quem hospeda este bot encontra o motivo no registro dele.",
  tooManyAttempts: "O Discord ficou inacessível por tempo demais.",

  notOfficer: "Só oficiais publicam o painel. Peça a um deles ou a alguém que possa gerenciar este servidor.",
  noChannel: "Não há canal definido para o painel. Escolha um em `/settings`, ou publique o painel neste canal.",
};
