import { html } from 'hono/html';
import type { Store } from '../sandbox-store.ts';
import { document, type Html, panelPage, panelUrl, type View } from './layout.ts';

/** The stores of this sandbox. */
export function storesPage(stores: Iterable<Store>): Html {
  return document(
    'Stand-in stores',
    html`<body class="plain"><main>
      <h1>Stand-in stores</h1>
      <p>These control panels imitate BigCommerce on this machine, for trying out and testing the app. Choose a store, then open <b>Apps</b>.</p>
      <ul class="stores">
        ${[...stores].map((store) => html`<li><a href="/manage/${store.hash}">${store.name}</a></li>`)}
      </ul>
    </main></body>`,
  );
}

export function loggedOutPage(store: Store): Html {
  return document(
    'Logged out',
    html`<body class="plain"><main>
      <h1>Logged out</h1>
      <p>You have logged out of the control panel.</p>
      <p><a class="button" href="/manage/${store.hash}">Log in to ${store.name}</a></p>
    </main></body>`,
  );
}

/** The page that the app redirects to after an installation from the marketplace. */
export function externalInstallPage(succeeded: boolean): Html {
  const title = succeeded ? 'App installed' : 'App not installed';
  return document(
    title,
    html`<body class="plain"><main><h1>${title}</h1><p><a href="/">All stores</a></p></main></body>`,
  );
}

export function notFoundPage(): Html {
  return document(
    'Not found',
    html`<body class="plain"><main><h1>Not found</h1><p><a href="/">All stores</a></p></main></body>`,
  );
}

export function homePage(view: View): Html {
  const { store, user } = view;
  return panelPage(
    view,
    'Home',
    html`<h1>Welcome, ${user.name}</h1>
      <section class="card">
        <h2>${store.name}</h2>
        <p>${store.customers.size.toLocaleString('en-US')} customers and ${store.promotions.length} promotions.</p>
        <a class="button primary" href="${panelUrl(view, '/apps')}">Go to Apps</a>
      </section>`,
  );
}

/** A placeholder for a page of the real control panel that the app does not need. */
export function placeholderPage(view: View, title: string): Html {
  return panelPage(
    view,
    title,
    html`<h1>${title}</h1><section class="card"><p>This page is not part of the stand-in control panel.</p></section>`,
  );
}
