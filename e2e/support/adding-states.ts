import { AddingPanel } from './adding-panel-object.ts';
import { type Given, openSegment, type ScreenState } from './screen-state.ts';

/** States of adding and counting shoppers. */
export const addingStates: Record<string, ScreenState> = {
  'choosing shoppers to add': async (given) => {
    const adding = await openAdding(given);
    await adding.choose('amelia', 2);
  },
  'choosing by dates in the wrong order': async (given) => {
    const adding = await openAdding(given);
    await adding.root.getByRole('tab', { name: 'By group, company or date' }).click();
    await adding.root
      .getByRole('combobox', { name: 'All customers' })
      .selectOption('created between two dates');
    await adding.root.getByLabel('First day').fill('2026-01-02');
    await adding.root.getByLabel('Last day').fill('2026-01-01');
    await adding.root.getByRole('alert').waitFor();
  },
  'adding many customers': async (given) => {
    const adding = await openAdding(given);
    await adding.chooseGroup('Wholesale');
    await given.sandbox.addFault({
      path: '/shopper-profiles',
      method: 'POST',
      fault: 'hang',
      times: 99,
    });
    await adding.root.getByRole('button', { name: /^Add \d+ customers$/ }).click();
    await adding.progress.waitFor();
  },
  'customers who were not added': async (given) => {
    const adding = await openAdding(given);
    await given.sandbox.addFault({
      path: '/shopper-profiles',
      method: 'POST',
      fault: '422',
      times: 99,
    });
    await adding.choose('amelia', 7);
    await adding.button('Add 7 shoppers').click();
    await adding.button('Show all 7').waitFor();
  },
  'counts that failed': async ({ panel, sandbox }) => {
    await sandbox.addFault({ path: '/shopper-profiles', fault: '500', times: 1_000 });
    const list = await panel.openApp('aurora');
    await list.counts.getByRole('button').first().waitFor();
  },
  'sorting by shoppers': async ({ panel, sandbox }) => {
    const list = await panel.openApp('aurora');
    await sandbox.addFault({ path: '/shopper-profiles', fault: 'hang', times: 99 });
    await list.sortBy('Shoppers');
    await list.frame.getByRole('progressbar').waitFor();
  },
};

async function openAdding(given: Given): Promise<AddingPanel> {
  const adding = new AddingPanel(await openSegment(given, 3));
  await adding.open();
  return adding;
}
