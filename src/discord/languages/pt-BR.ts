export const pt = {
  failed: "Algo deu errado do meu lado, desculpe. Tente de novo. Se continuar acontecendo, diga este número a um oficial: **{{reference}}**",
  outdated: "Esta mensagem é de uma versão anterior minha e os botões dela não funcionam mais. Comece de novo com `/request`, `/requests` ou `/status`.",
  unknownCommand: "Não conheço mais esse comando. O Discord talvez ainda mostre um antigo; reiniciar o Discord carrega a lista nova.",
  serverOnly: "Isso só funciona dentro de um servidor.",
  notInServer: "Você não é mais membro do servidor de que trata esta mensagem.",
  unreachable: "Não consegui consultar seus cargos no servidor agora. Tente de novo em um minuto.",
  tooSlow: "Demorou demais para abrir. Aperte mais uma vez.",
};
