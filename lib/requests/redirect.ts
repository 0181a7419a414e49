/** Sends the browser on, so that no address with a secret in it stays in view. */
export function seeOther(location: string): Response {
  return new Response(null, { status: 303, headers: { Location: location } });
}
