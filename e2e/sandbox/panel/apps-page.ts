import { html } from 'hono/html';
import { type Html, panelPage, panelUrl, type View } from './layout.ts';

export const appPath = '/apps/customer-segments';

const summary =
  'See, create, rename, delete and fill the customer segments that your promotions target.';

/**
 * The list of apps, here only one, with buttons to install, open or uninstall it.
 * @param appUrl where the app runs, and has its icon
 */
export function appsPage(view: View, appUrl: string): Html {
  return panelPage(
    view,
    'Apps',
    html`<h1>Apps</h1>
      <section class="card app-card" aria-labelledby="app-name">
        <img class="icon" src="${appUrl}/icon.svg" alt="" />
        <div>
          <h2 id="app-name">Customer Segments</h2>
          <p>${summary}</p>
          ${status(view)}
          <div class="actions">${actions(view)}</div>
        </div>
      </section>`,
  );
}

function status({ store, user }: View): Html {
  if (!store.installation && user !== store.owner) {
    return html`<p>Not installed. Ask the store owner to install it.</p>`;
  }
  if (store.installation && store.withoutAccess.has(user.id)) {
    return html`<p>You do not have access to this app. Ask the store owner.</p>`;
  }
  return html`<p>${store.installation ? 'Installed' : 'Not installed'}</p>`;
}

function actions(view: View): Html {
  const { store, user } = view;
  const isOwner = user === store.owner;
  if (!store.installation) {
    return html`${isOwner ? html`<a class="button primary" href="${panelUrl(view, `${appPath}/install`)}">Install</a>` : ''}`;
  }
  return html`
    ${store.withoutAccess.has(user.id) ? '' : html`<a class="button primary" href="${panelUrl(view, appPath)}">Open</a>`}
    ${
      isOwner
        ? html`<a class="button" href="${panelUrl(view, `${appPath}/install`)}">Reinstall</a>
    <form method="post" action="${panelUrl(view, `${appPath}/uninstall`)}"><button class="danger">Uninstall</button></form>`
        : ''
    }`;
}
