import { appPath } from './control-panel-tab.ts';
import { linkTo } from './link-to.ts';
import type { ScreenState } from './screen-state.ts';

/** States of the screen of one customer. */
export const customerStates: Record<string, ScreenState> = {
  'a customer': async ({ panel, sandbox, stores }) => {
    const name = 'Incomprehensibilities'.repeat(12).slice(0, 255);
    const description = 'What this segment is for takes a while to explain. '.repeat(20);
    const items = [{ name, description }, { name: 'Dog owners' }];
    await sandbox.setSegments(stores.hash('aurora'), { items });
    const customer = await panel.openCustomer('aurora', 1);
    await customer.box(name).check();
    await customer.status('Added to').waitFor();
  },
  'a customer in no segment': async ({ panel, sandbox, stores }) => {
    await sandbox.setCustomers(stores.hash('aurora'), { count: 1 });
    const customer = await panel.openCustomer('aurora', 1);
    await customer.button('In segments').click();
    await customer.heading('Not in any segment yet').waitFor();
  },
  'the skeleton of a customer': async ({ panel, sandbox }) => {
    await sandbox.addFault({ path: '/v3/customers', fault: 'hang', times: 5 });
    const address = panel.address('aurora', appPath, { deepLink: linkTo.customer(1) });
    await panel.page.goto(address, { waitUntil: 'commit' });
    await panel.customer.text('Loading segments').waitFor({ state: 'attached' });
  },
  'a refused change of a checkbox': async ({ panel, sandbox }) => {
    const customer = await panel.openCustomer('aurora', 1);
    await sandbox.set({ segmentation: false });
    await customer.boxes.first().click();
    await customer.alerts.getByRole('article').waitFor();
  },
  'no such customer': async ({ panel }) => {
    const customer = await panel.openCustomer('aurora', 9_999_999);
    await customer.heading('This customer does not exist').waitFor();
  },
  'a customer who could not be read': async ({ panel, sandbox }) => {
    await sandbox.addFault({ path: '/v3/customers', fault: '500', times: 1_000 });
    const customer = await panel.openCustomer('aurora', 1);
    await customer.heading('The customer could not be loaded').waitFor();
  },
};
