/**
 * The start of the document's head: a script that takes the launch code out of the address bar and
 * the history. React writes its own scripts ahead of every child of the head, but not ahead of its
 * inner HTML; so this one runs before any other can see the address.
 * @param nonce base64, from the answer's Content-Security-Policy
 */
export function forgetLaunchCode(nonce: string): { __html: string } {
  if (!/^[\w+/=-]*$/.test(nonce)) throw new TypeError('a nonce is base64');
  return { __html: `<script nonce="${nonce}">${script}</script>` };
}

const script = `(function(){var u=new URL(location.href);if(u.searchParams.has("launch")){u.searchParams.delete("launch");history.replaceState(null,"",u)}})()`;
