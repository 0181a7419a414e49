import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { createMiddleware } from 'hono/factory';
import { authUrl, issueCode, loadUrl, removeUser, uninstall } from '../login/installation.ts';
import type { Sandbox } from '../sandbox.ts';
import { usersOf } from '../sandbox-store.ts';
import { appPage } from './app-page.ts';
import { appPath, appsPage } from './apps-page.ts';
import { consentPage } from './consent-page.ts';
import { customersPage, deepLinkOf, pageNumber } from './customers-page.ts';
import { panelUrl, type View } from './layout.ts';
import { homePage, loggedOutPage, placeholderPage } from './simple-pages.ts';
import { usersPage } from './users-page.ts';

interface PanelEnv {
  Bindings: HttpBindings;
  Variables: { view: View };
}

const sections = new Set(['orders', 'products', 'storefront', 'marketing', 'analytics']);

/** One store's control panel, without passwords: `?user=` signs in that user, else the owner. */
export function createStorePanel(sandbox: Sandbox) {
  const panel = new Hono<PanelEnv>();
  panel.use(openStore(sandbox));

  panel.get('/', (c) => c.html(homePage(c.get('view'))));
  panel.get('/apps', (c) => c.html(appsPage(c.get('view'), sandbox.app.url)));
  panel.get('/users', (c) => c.html(usersPage(c.get('view'))));
  panel.get('/logged-out', (c) => c.html(loggedOutPage(c.get('view').store)));
  panel.post('/log-out', (c) => c.redirect(panelUrl(c.get('view'), '/logged-out'), 303));

  panel.get(appPath, async (c) => {
    const view = c.get('view');
    const { store, user } = view;
    const code = sandbox.codes.takeForPanel(store.hash, user.id);
    if (code) return c.html(appPage(view, authUrl(sandbox, store, code)));
    if (!store.installation || store.withoutAccess.has(user.id)) {
      return c.redirect(panelUrl(view, '/apps'), 303);
    }
    return c.html(appPage(view, await loadUrl(sandbox, store, user, c.req.query('url'))));
  });

  panel.use(`${appPath}/:action`, ownerOnly);
  panel.get(`${appPath}/install`, (c) =>
    c.html(consentPage(c.get('view'), sandbox.settings.scopes)),
  );
  panel.post(`${appPath}/install`, (c) => {
    const view = c.get('view');
    const code = issueCode(sandbox, view.store, view.user);
    sandbox.codes.holdForPanel(view.store.hash, view.user.id, code);
    return c.redirect(panelUrl(view, appPath), 303);
  });
  panel.post(`${appPath}/uninstall`, async (c) => {
    await uninstall(sandbox, c.get('view').store);
    return c.redirect(panelUrl(c.get('view'), '/apps'), 303);
  });

  panel.post('/users/:id/:action{revoke|grant}', ownerOnly, async (c) => {
    const view = c.get('view');
    const person = view.store.staff.find(({ id }) => String(id) === c.req.param('id'));
    if (!person) return c.notFound();
    if (c.req.param('action') === 'grant') view.store.withoutAccess.delete(person.id);
    else await removeUser(sandbox, view.store, person);
    return c.redirect(panelUrl(view, '/users'), 303);
  });

  panel.get('/customers', async (c) => {
    const view = c.get('view');
    const { store, user } = view;
    const extension = store.appExtensions.get(c.req.query('extension') ?? '');
    const page = pageNumber(c.req.query('page'), store.customers.size);
    if (!extension || !store.installation || store.withoutAccess.has(user.id)) {
      return c.html(customersPage(view, page, undefined));
    }
    const customer = store.customers.get(Number(c.req.query('customer')));
    if (!customer) return c.notFound();
    const deepLink = deepLinkOf(extension, customer.id);
    const frameUrl = await loadUrl(sandbox, store, user, deepLink);
    return c.html(customersPage(view, page, { extension, frameUrl }));
  });

  panel.get('/:section', (c) => {
    const section = c.req.param('section');
    if (!sections.has(section)) return c.notFound();
    const title = section.charAt(0).toUpperCase() + section.slice(1);
    return c.html(placeholderPage(c.get('view'), title));
  });
  return panel;
}

function openStore(sandbox: Sandbox) {
  return createMiddleware<PanelEnv>(async (c, next) => {
    const store = sandbox.stores.get(c.req.param('hash') ?? '');
    const wanted = c.req.query('user');
    const user = wanted
      ? store && usersOf(store).find(({ id }) => String(id) === wanted)
      : store?.owner;
    if (!store || !user) return c.notFound();
    const path = c.req.path.slice(`/manage/${store.hash}`.length);
    c.set('view', { store, user, path });
    return next();
  });
}

const ownerOnly = createMiddleware<PanelEnv>(async (c, next) => {
  const { store, user } = c.get('view');
  return user === store.owner ? next() : c.text('Only the store owner can do this', 403);
});
