/** Redirects the browser, so that it does not stay on an address with a secret. */
export function seeOther(location: string): Response {
  return new Response(null, { status: 303, headers: { Location: location } });
}
