import { html } from 'hono/html';
import type { AppExtension, Customer } from '../sandbox-store.ts';
import type { StoreUser } from '../seed/seed-users.ts';
import { appPath } from './apps-page.ts';
import { type Html, panelPage, panelUrl, type View } from './layout.ts';

const perPage = 50;

/** An app's page about one customer, opened in a panel beside the list. */
interface SidePanel {
  readonly extension: AppExtension;
  readonly frameUrl: string;
}

/** Parses a page number and brings it into the range of existing pages; 1 if invalid. */
export function pageNumber(text: string | undefined, customers: number): number {
  const number = Math.trunc(Number(text)) || 1;
  return Math.max(1, Math.min(number, Math.ceil(customers / perPage)));
}

/** The store's customers, each with a menu of app extensions. */
export function customersPage(view: View, number: number, side: SidePanel | undefined): Html {
  const { customers } = view.store;
  const start = (number - 1) * perPage;
  const page = customers.list.slice(start, start + perPage);
  return panelPage(
    view,
    'Customers',
    html`<h1>Customers</h1>
      <p>${page.length > 0 ? `${start + 1} to ${start + page.length}` : 'None'} of ${customers.size.toLocaleString('en-US')}
        ${number > 1 ? html`<a href="${addressOf(view, { page: number - 1 })}">Previous page</a>` : ''}
        ${start + perPage < customers.size ? html`<a href="${addressOf(view, { page: number + 1 })}">Next page</a>` : ''}</p>
      <table>
        <thead><tr><th scope="col">Name</th><th scope="col">Company</th><th scope="col">Actions</th></tr></thead>
        <tbody>${page.map((customer) => row(view, customer, number))}</tbody>
      </table>
      ${side ? sidePanel(side, view, addressOf(view, { page: number })) : ''}`,
  );
}

/** The app's path that an extension opens for a customer. */
export function deepLinkOf({ url }: AppExtension, customerId: number): string {
  return url.replace(/\$\{id\}/, String(customerId));
}

function row(view: View, customer: Customer, page: number): Html {
  const name = `${customer.first_name} ${customer.last_name}`;
  return html`<tr>
        <th scope="row">${name}<br><small>${customer.email}</small></th>
        <td>${customer.company}</td>
        <td><details class="menu"><summary aria-label="Actions for ${name}">•••</summary>${extensionsFor(
          view,
        ).map(
          (extension) =>
            html`<a href="${opening(view, extension, customer.id, page)}">${labelFor(view.user, extension)}</a>`,
        )}</details></td>
      </tr>`;
}

function extensionsFor({ store, user }: View): readonly AppExtension[] {
  const isOpen = store.installation && !store.withoutAccess.has(user.id);
  return isOpen
    ? [...store.appExtensions.values()].filter(({ model }) => model === 'CUSTOMERS')
    : [];
}

function opening(view: View, extension: AppExtension, customer: number, page: number): string {
  return extension.context === 'LINK'
    ? `${panelUrl(view, appPath)}&${new URLSearchParams({ url: deepLinkOf(extension, customer) })}`
    : addressOf(view, { page, customer, extension: extension.id });
}

function addressOf(view: View, query: Record<string, string | number>): string {
  const pairs = Object.entries(query).map(([name, value]) => [name, String(value)]);
  return `${panelUrl(view, '/customers')}&${new URLSearchParams(pairs)}`;
}

function labelFor({ locale }: StoreUser, { label }: AppExtension): string {
  const translated = label.locales.find(({ localeCode }) => localeCode === locale);
  return translated?.value ?? label.defaultValue;
}

function sidePanel({ extension, frameUrl }: SidePanel, view: View, back: string): Html {
  const label = labelFor(view.user, extension);
  return html`<aside class="side-panel" aria-label="${label}">
        <div><h2>${label}</h2><a class="button" href="${back}">Close</a></div>
        <iframe class="app-frame" title="Customer Segments" src="${frameUrl}" data-origin="${new URL(frameUrl).origin}"></iframe>
      </aside>`;
}
