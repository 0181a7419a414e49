import { keepEarlyInput } from './early-input.ts';

/**
 * The start of the document's head. React writes its own scripts ahead of every child of the head,
 * but not ahead of its inner HTML; so this script runs before any other can see the address.
 * @param nonce base64, from the answer's Content-Security-Policy
 */
export function headScript(nonce: string): { __html: string } {
  if (!/^[\w+/=-]*$/.test(nonce)) throw new TypeError('a nonce is base64');
  return { __html: `<script nonce="${nonce}">${forgetLaunchCode}${keepEarlyInput}</script>` };
}

/** Takes the launch code out of the address bar and the history. */
const forgetLaunchCode = `(function(){var u=new URL(location.href);if(u.searchParams.has("launch")){u.searchParams.delete("launch");history.replaceState(null,"",u)}})();`;
