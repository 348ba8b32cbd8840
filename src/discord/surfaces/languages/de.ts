export const de = {
  inDirectMessages: "Es ist in deinen Direktnachrichten: [öffnen]({{link}}).",
  inOwnChannel: "Es ist an einem Ort nur für dich: [öffnen]({{link}}).",
  newsThread: "Neues von deinen Aufträgen",
  unseen_one: "Zum Auftrag {{numbers}} gibt es Neues, das dich nicht erreicht hat. `/status` zeigt, wie es steht. Damit du es nächstes Mal erfährst, erlaub Direktnachrichten von Mitgliedern dieses Servers.",
  unseen_other: "Zu den Aufträgen {{numbers}} gibt es Neues, das dich nicht erreicht hat. `/status` zeigt, wie es steht. Damit du es nächstes Mal erfährst, erlaub Direktnachrichten von Mitgliedern dieses Servers.",
};
