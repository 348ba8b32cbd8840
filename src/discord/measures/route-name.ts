export const CALLBACK_ROUTE = "/interactions/:id/:token/callback";

/** Where a call goes, without anybody's ids or tokens in it: `/channels/:id/messages/:id`. */
export function routeName(url: string): string {
  // Half of all calls.
  if (url.endsWith("/callback")) return CALLBACK_ROUTE;
  const [path = ""] = url.replace(/^https?:\/\/[^/]+/, "").split("?", 1);
  return path
    .replace(/^(?:\/api)?(?:\/v\d+)?/, "")
    .replace(/\/\d{16,20}(?=\/|$)/g, "/:id")
    .replace(/^\/(interactions|webhooks)\/:id\/[^/]+/, "/$1/:id/:token")
    .replace(/\/reactions\/[^/]+/, "/reactions/:emoji");
}
