import { launchParameter } from '@/lib/screens/launch-parameter.ts';
import { keepEarlyInput } from './early-input.ts';

/**
 * The inner HTML of the document's head. React puts its own scripts before the children of the
 * head, but not before its inner HTML. So this script runs before any other script can read the
 * address.
 * @param nonce base64, from the response's Content-Security-Policy
 */
export function headScript(nonce: string): { __html: string } {
  if (!/^[\w+/=-]*$/.test(nonce)) throw new TypeError('a nonce is base64');
  return { __html: `<script nonce="${nonce}">${forgetLaunchCode}${keepEarlyInput}</script>` };
}

/** Removes the launch code from the address bar and the history. */
const forgetLaunchCode = `(function(){var u=new URL(location.href);if(u.searchParams.has("${launchParameter}")){u.searchParams.delete("${launchParameter}");history.replaceState(null,"",u)}})();`;
