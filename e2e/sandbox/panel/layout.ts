import { html } from 'hono/html';
import { type Store, usersOf } from '../sandbox-store.ts';
import type { StoreUser } from '../seed/seed-users.ts';

export type Html = ReturnType<typeof html>;

export interface View {
  readonly store: Store;
  /** The user who is signed in to the panel. */
  readonly user: StoreUser;
  readonly path: string;
}

const sections = [
  'Home',
  'Orders',
  'Products',
  'Customers',
  'Storefront',
  'Marketing',
  'Analytics',
  'Apps',
];

/** An address in a store's panel for the same user. */
export function panelUrl({ store, user }: Pick<View, 'store' | 'user'>, path: string): string {
  return `/manage/${store.hash}${path}?user=${user.id}`;
}

export function document(title: string, body: Html): Html {
  return html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${title}</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="/panel.css">
    <script src="/panel.js" defer></script>
  </head>
  ${body}
</html>`;
}

/** A page of the control panel: navigation at the left, the store and its users on top. */
export function panelPage(view: View, title: string, content: Html): Html {
  const { store } = view;
  return document(
    `${title} · ${store.name}`,
    html`<body class="panel">
    ${navigation(view)}
    <header class="top">
      <span class="store-name">${store.name}</span>
      ${userSwitcher(view)}
      <form method="post" action="${panelUrl(view, '/log-out')}" id="log-out"><button>Log out</button></form>
    </header>
    <main>
      <p role="status" id="notice"></p>
      ${content}
    </main>
  </body>`,
  );
}

function navigation(view: View): Html {
  return html`<nav aria-label="Control panel">
      <a class="brand" href="/">Stand-in store</a>
      <ul>
        ${sections.map((section) => {
          const path = section === 'Home' ? '' : `/${section.toLowerCase()}`;
          const current = section === 'Home' ? view.path === '' : view.path.startsWith(path);
          return html`<li><a href="${panelUrl(view, path)}" ${current ? html`aria-current="page"` : ''}>${section}</a></li>`;
        })}
        <li class="settings"><a href="${panelUrl(view, '/users')}" ${view.path === '/users' ? html`aria-current="page"` : ''}>Users</a></li>
      </ul>
    </nav>`;
}

function userSwitcher({ store, user, path }: View): Html {
  return html`<form method="get" action="/manage/${store.hash}${path}" class="switcher">
        <select name="user" aria-label="Signed in as">
          ${usersOf(store).map(
            (person) =>
              html`<option value="${person.id}" ${person === user ? html`selected` : ''}>${person.name} (${person === store.owner ? 'owner' : 'staff'}, ${person.locale})</option>`,
          )}
        </select>
        <button>Switch user</button>
      </form>`;
}
