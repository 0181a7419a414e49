import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { csrf } from 'hono/csrf';
import { createMiddleware } from 'hono/factory';
import type { Sandbox } from '../sandbox.ts';
import { panelScript } from './panel-script.ts';
import { externalInstallPage, storesPage } from './simple-pages.ts';
import { createStorePanel } from './store-panel.ts';
import { styles } from './styles.ts';

/** The control panels of all stores, and the page that lists them. */
export function createPanel(sandbox: Sandbox) {
  const panel = new Hono<{ Bindings: HttpBindings }>();
  panel.use(csrf(), securityHeaders(sandbox));
  panel.get('/', (c) => c.html(storesPage(sandbox.stores.values())));
  panel.get('/panel.css', (c) =>
    c.body(styles, 200, { 'content-type': 'text/css; charset=utf-8' }),
  );
  panel.get('/panel.js', (c) =>
    c.body(panelScript, 200, { 'content-type': 'text/javascript; charset=utf-8' }),
  );
  panel.route('/manage/:hash', createStorePanel(sandbox));
  panel.get('/app/:clientId/install/:outcome{succeeded|failed}', (c) =>
    c.html(externalInstallPage(c.req.param('outcome') === 'succeeded')),
  );
  // The real panel keeps its pages under /manage of an address that names the store.
  panel.get('/panels/:hash/manage/:page{.*}', (c) =>
    c.redirect(`/manage/${c.req.param('hash')}/${c.req.param('page')}`, 303),
  );
  return panel;
}

function securityHeaders({ app }: Sandbox) {
  return createMiddleware(async (c, next) => {
    await next();
    const { origin } = new URL(app.url);
    c.header(
      'Content-Security-Policy',
      `default-src 'none'; style-src 'self'; script-src 'self'; img-src ${origin} data:; frame-src ${origin}; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
    );
    c.header('X-Content-Type-Options', 'nosniff');
    c.header('Cache-Control', 'no-store');
  });
}
