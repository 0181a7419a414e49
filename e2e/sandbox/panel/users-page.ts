import { html } from 'hono/html';
import { usersOf } from '../sandbox-store.ts';
import type { StoreUser } from '../seed/seed-users.ts';
import { type Html, panelPage, panelUrl, type View } from './layout.ts';

/** The store's users and their access to the app, which only the owner can change. */
export function usersPage(view: View): Html {
  return panelPage(
    view,
    'Users',
    html`<h1>Users</h1>
      <table>
        <thead><tr><th scope="col">Name</th><th scope="col">Role</th><th scope="col">Customer Segments</th></tr></thead>
        <tbody>${usersOf(view.store).map((person) => row(view, person))}</tbody>
      </table>`,
  );
}

function row(view: View, person: StoreUser): Html {
  const { store, user } = view;
  const hasAccess = !store.withoutAccess.has(person.id);
  const mayChange = user === store.owner && person !== store.owner && store.installation;
  return html`<tr>
        <th scope="row">${person.name}<br><small>${person.email}</small></th>
        <td>${person === store.owner ? 'Owner' : 'Staff'}</td>
        <td>${mayChange ? accessForm(view, person, hasAccess) : hasAccess ? 'Has access' : 'No access'}</td>
      </tr>`;
}

function accessForm(view: View, person: StoreUser, hasAccess: boolean): Html {
  const [verb, action] = hasAccess ? ['Revoke', 'revoke'] : ['Grant', 'grant'];
  return html`<form method="post" action="${panelUrl(view, `/users/${person.id}/${action}`)}">
          <button aria-label="${verb} access of ${person.name}">${verb} access</button>
        </form>`;
}
