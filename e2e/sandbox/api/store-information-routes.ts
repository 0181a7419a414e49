import { Hono } from 'hono';
import type { Sandbox } from '../sandbox.ts';
import type { ApiEnv } from './api-env.ts';
import { requireScope } from './authorize.ts';

/** `/v2/store`: the store's name, addresses and regional settings. */
export function storeInformationRoutes(sandbox: Sandbox) {
  const routes = new Hono<ApiEnv>();
  routes.use(requireScope('store_v2_information'));
  routes.get('/', (c) => {
    const { hash, name, owner, accountUuid } = c.get('store');
    const domain = `store-${hash}.mybigcommerce.example`;
    const [firstName, lastName] = owner.name.split(' ');
    return c.json({
      id: hash,
      account_uuid: accountUuid,
      domain,
      secure_url: `https://${domain}`,
      control_panel_base_url: `${new URL(c.req.url).origin}/panels/${hash}`,
      status: 'live',
      name,
      first_name: firstName,
      last_name: lastName,
      admin_email: owner.email,
      order_email: owner.email,
      country: 'United States',
      country_code: 'US',
      currency: 'USD',
      currency_symbol: '$',
      language: 'en',
      plan_name: 'Enterprise',
      plan_level: 'Enterprise',
      timezone: sandbox.settings.timeZone,
      weight_units: 'LBS',
    });
  });
  return routes;
}
