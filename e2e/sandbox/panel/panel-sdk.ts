import { Hono } from 'hono';

/** The message that the panel posts to a framed app when the merchant has logged out. */
export const logoutMessage = 'bigcommerce:logout';

// Only messages from the origin that served this script come from the control panel.
const script = `(() => {
  const panel = new URL(document.currentScript.src).origin;
  window.Bigcommerce = {
    init({ onLogout } = {}) {
      window.addEventListener('message', (event) => {
        const fromPanel = event.origin === panel && event.source === window.parent;
        if (fromPanel && event.data === '${logoutMessage}') onLogout?.();
      });
    },
  };
})();
`;

/** Serves a stand-in for the control panel's script at `cdn.bigcommerce.com/jssdk`. */
export function createSdk() {
  const sdk = new Hono();
  sdk.get('/bc-sdk.js', (c) =>
    c.body(script, 200, {
      'content-type': 'text/javascript; charset=utf-8',
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
    }),
  );
  return sdk;
}
