import { Hono } from 'hono';

/** The message by which the panel tells a framed app that the merchant has logged out. */
export const logoutMessage = 'bigcommerce:logout';

// The script's own address tells which window may speak for the control panel.
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

/** Stands in for the control panel's script at `cdn.bigcommerce.com/jssdk`. */
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
