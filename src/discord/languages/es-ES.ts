export const es = {
  failed: "Algo ha fallado por mi parte, lo siento. Inténtalo de nuevo. Si sigue pasando, dile este número a un oficial: **{{reference}}**",
  outdated: "Este mensaje es de una versión anterior de mí y sus botones ya no funcionan. Empieza de nuevo con `/request`, `/requests` o `/status`.",
  unknownCommand: "Ya no conozco ese comando. Puede que Discord siga mostrando uno antiguo; al reiniciar Discord se carga la lista nueva.",
  serverOnly: "Eso solo funciona dentro de un servidor.",
  notInServer: "Ya no eres miembro del servidor del que trata este mensaje.",
  unreachable: "Ahora mismo no he podido consultar tus roles en el servidor. Inténtalo de nuevo en un minuto.",
  tooSlow: "Ha tardado demasiado en abrirse. Pulsa una vez más.",
};
