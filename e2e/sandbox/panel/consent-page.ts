import { html } from 'hono/html';
import { appPath } from './apps-page.ts';
import { type Html, panelPage, panelUrl, type View } from './layout.ts';

const meanings: Record<string, string> = {
  users_basic_information: 'See the name and email address of the users who open it',
  store_v2_default: 'See that your store exists',
  store_v2_customers: 'See and change customers and customer segments',
  store_v2_customers_read_only: 'See customers and customer segments',
  store_v2_information_read_only: 'See the name and address of your store',
  store_v2_marketing_read_only: 'See promotions and coupons',
  store_app_extensions_manage: 'Add its panels to pages of the control panel',
};

/** Asks the owner to grant the app's scopes before it is installed. */
export function consentPage(view: View, scopes: readonly string[]): Html {
  return panelPage(
    view,
    'Install Customer Segments',
    html`<h1>Install Customer Segments</h1>
      <section class="card">
        <p>Customer Segments will be allowed to:</p>
        <ul class="scopes">
          ${scopes.map((scope) => html`<li>${meanings[scope] ?? 'Use the scope'} <code>${scope}</code></li>`)}
        </ul>
        <form method="post" action="${panelUrl(view, `${appPath}/install`)}" class="actions">
          <button class="primary">Confirm</button>
          <a class="button" href="${panelUrl(view, '/apps')}">Cancel</a>
        </form>
      </section>`,
  );
}
