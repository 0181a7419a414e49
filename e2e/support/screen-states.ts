import { addingStates } from './adding-states.ts';
import { appPath, type ControlPanel } from './control-panel-tab.ts';
import { customerStates } from './customer-states.ts';
import { holdAction } from './hold-action.ts';
import type { Stores } from './known-stores.ts';
import { linkTo } from './link-to.ts';
import type { ScreenState } from './screen-state.ts';
import { segmentStates } from './segment-states.ts';

const aurora = (stores: Stores) => stores.hash('aurora');

/** All states of the app's screens, by name. */
export const screenStates: Record<string, ScreenState> = {
  'the list': async ({ panel }) => {
    await panel.openApp('aurora');
  },
  'the skeleton of the list': async ({ panel, sandbox }) => {
    await sandbox.addFault({ path: '/v3/segments', fault: 'hang', times: 5 });
    await panel.page.goto(panel.address('aurora', appPath), { waitUntil: 'commit' });
    await panel.segments.text('Loading segments').waitFor({ state: 'attached' });
  },
  'a search of the list': async ({ panel }) => {
    await panel.openApp('aurora', {
      deepLink: linkTo.segments({ search: 'climbers', sort: '-updated', limit: 10 }),
    });
  },
  'a search without results': async ({ panel }) => {
    await panel.openApp('aurora', { deepLink: linkTo.segments({ search: 'nobody' }) });
  },
  'a store without segments': async ({ panel, sandbox, stores }) => {
    await sandbox.setSegments(aurora(stores), { count: 0 });
    await panel.openApp('aurora');
  },
  'a store without customer segmentation': async ({ panel, sandbox }) => {
    await sandbox.set({ segmentation: false });
    await panel.openApp('aurora');
    await panel.segments.heading('Customer segments are not available').waitFor();
  },
  'a list that could not be refreshed': async ({ panel, sandbox }) => {
    const list = await panel.openApp('aurora');
    await sandbox.set({ segmentation: false });
    await list.create('Dog owners');
    await list.dialog.getByRole('alert').waitFor();
    await list.dialogButton('Cancel').click();
    await list.button('Try again').waitFor();
  },
  'a store that must install the app again': async ({ panel, sandbox, stores }) => {
    await sandbox.revokeToken(aurora(stores));
    await panel.goTo('aurora', appPath);
    await panel.segments.heading('Install the app again').waitFor();
  },
  'long texts': async ({ panel, sandbox, stores }) => {
    const name = 'Incomprehensibilities'.repeat(12).slice(0, 255);
    const description = 'What this segment is for takes a while to explain. '.repeat(20);
    await sandbox.setSegments(aurora(stores), { items: [{ name, description }] });
    await panel.openApp('aurora');
  },
  'a selection': async ({ panel }) => {
    const list = await panel.openApp('aurora');
    await list.selectPage.check();
  },
  'the menu of a row': async ({ panel }) => {
    const list = await panel.openApp('aurora');
    await list.actionsFor(await firstName(panel)).click();
    await list.frame.getByRole('menu').waitFor();
  },
  'the form for a new segment': async ({ panel }) => {
    const list = await panel.openApp('aurora');
    await list.button('Create segment').click();
    await list.field('Name').waitFor();
  },
  'the form with an error at the name': async ({ panel }) => {
    const list = await panel.openApp('aurora');
    await list.create('');
    await list.dialog.getByRole('alert').waitFor();
  },
  'the form with a failure': async ({ panel, sandbox }) => {
    const list = await panel.openApp('aurora');
    await sandbox.set({ segmentation: false });
    await list.create('Dog owners');
    await list.dialog.getByRole('alert').waitFor();
  },
  'the form that renames a segment': async ({ panel }) => {
    const list = await panel.openApp('aurora');
    await list.choose('Rename', await firstName(panel));
    await list.field('Name').waitFor();
  },
  'a change under way': async ({ panel }) => {
    const list = await panel.openApp('aurora');
    await holdAction(panel.page);
    await list.choose('Rename', await firstName(panel));
    await list.field('Name').fill('A name that takes a while');
    await list.dialogButton('Save').click();
    await list.text('Saving “A name that takes a while”').waitFor();
  },
  'a change that was refused': async ({ panel, sandbox }) => {
    const list = await panel.openApp('aurora');
    await sandbox.addFault({ method: 'PUT', path: '/v3/segments', fault: '422' });
    await list.choose('Rename', await firstName(panel));
    await list.field('Name').fill('A name that is refused');
    await list.dialogButton('Save').click();
    await list.dialog.getByRole('alert').waitFor();
  },
  'a rename of a segment that was deleted': async ({ panel, sandbox, stores }) => {
    const list = await panel.openApp('aurora');
    await sandbox.setSegments(aurora(stores), { count: 1 });
    await list.choose('Rename', await firstName(panel));
    await list.field('Name').fill('A name for nothing');
    await list.dialogButton('Save').click();
    await list.alerts.getByText('is not in the store any more').waitFor();
  },
  'a new segment': async ({ panel }) => {
    const list = await panel.openApp('aurora');
    await list.create('Dog owners', 'Bought a leash');
    await list.alerts.getByText('was created').waitFor();
  },
  'a full store': async ({ panel, sandbox, stores }) => {
    await sandbox.setSegments(aurora(stores), { count: 1_000 });
    const list = await panel.openApp('aurora');
    await list.button('Create segment').click();
    await list.dialogButton('Close').waitFor();
  },
  'the question before deleting one segment': async ({ panel }) => {
    const list = await panel.openApp('aurora');
    await list.choose('Delete', await firstName(panel));
    await list.dialogButton('Delete').waitFor();
  },
  'the question before deleting many segments': async ({ panel }) => {
    const list = await panel.openApp('aurora');
    await list.selectPage.check();
    await list.button('Delete').click();
    await list.dialogButton('Delete').click();
    await list.dialog.getByRole('alert').waitFor();
  },
  'a long deletion': async ({ panel, sandbox }) => {
    const list = await panel.openApp('aurora');
    await sandbox.addFault({ method: 'DELETE', path: '/v3/segments', fault: 'hang', times: 5 });
    await list.selectPage.check();
    await list.button('Select all 240').click();
    await list.button('Delete').click();
    await list.dialog.getByLabel('Type 240 to confirm').fill('240');
    await list.dialogButton('Delete').click();
    await list.frame.getByRole('progressbar').waitFor();
  },
  ...segmentStates,
  ...customerStates,
  ...addingStates,
  'an ended session': async ({ panel, database }) => {
    const list = await panel.openApp('aurora');
    await list.counted();
    await list.button('Create segment').click();
    await list.field('Name').fill('Incomprehensibilities'.repeat(5));
    database.expireSessions();
    await list.dialogButton('Save').click();
    await list.heading('Open the app again').waitFor();
  },
  'a session that was logged out': async ({ panel }) => {
    const list = await panel.openApp('aurora');
    await panel.button('Log out').click();
    await list.heading('You are logged out').waitFor();
  },
};

/** The status of the API's answer that brings some of these states about. */
export const refusedReads: Record<string, number> = {
  'a store without customer segmentation': 403,
  'a list that could not be refreshed': 403,
  'the form with a failure': 403,
  'a store that must install the app again': 403,
  'no such segment': 404,
  'a segment that could not be read': 503,
  'no such customer': 404,
  'a customer who could not be read': 503,
};

async function firstName({ segments }: ControlPanel): Promise<string> {
  return (await segments.names.first().textContent()) ?? '';
}

/** Few states that stand for the others: one of each kind of screen, dialog and message. */
export const oneOfEachKind: ReadonlySet<string> = new Set([
  'the list',
  'long texts',
  'a selection',
  'the menu of a row',
  'a list that could not be refreshed',
  'a store without customer segmentation',
  'a new segment',
  'the question before deleting many segments',
  'a segment',
  'a segment with two pages',
  'the question before removing shoppers',
  'a customer',
  'choosing shoppers to add',
  'customers who were not added',
  'counts that failed',
  'an ended session',
]);

for (const state of oneOfEachKind)
  if (!(state in screenStates)) throw new Error(`no state “${state}”`);
