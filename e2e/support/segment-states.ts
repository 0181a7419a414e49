import { appPath } from './control-panel-tab.ts';
import { linkTo } from './link-to.ts';
import { openSegment, type ScreenState } from './screen-state.ts';

/** States of the screen of one segment. */
export const segmentStates: Record<string, ScreenState> = {
  'a segment': async (given) => {
    await openSegment(given, 3);
  },
  'a segment with two pages': async (given) => {
    const segment = await openSegment(given, 52, 2);
    await segment.selectPage.check();
  },
  'the skeleton of a segment': async ({ panel, sandbox, stores }) => {
    const [{ id = '' } = {}] = await stores.segments('aurora');
    await sandbox.addFault({ path: '/v3/segments', fault: 'hang', times: 5 });
    const address = panel.address('aurora', appPath, { deepLink: linkTo.segment(id) });
    await panel.page.goto(address, { waitUntil: 'commit' });
    await panel.segment.text('Loading shoppers').waitFor({ state: 'attached' });
  },
  'a segment without shoppers': async (given) => {
    await openSegment(given, 0);
    await given.panel.segment.heading('No shoppers in this segment yet').waitFor();
  },
  'no such segment': async ({ panel }) => {
    const nobody = '00000000-0000-4000-8000-000000000000';
    const segment = await panel.openSegment('aurora', nobody);
    await segment.heading('This segment does not exist').waitFor();
  },
  'a search for a shopper without results': async (given) => {
    const segment = await openSegment(given, 3);
    await segment.find.fill('nobody');
    await segment.heading('No shopper in this segment matches').waitFor();
  },
  'the question before removing shoppers': async (given) => {
    const segment = await openSegment(given, 52, 2);
    await segment.selectPage.check();
    await segment.button('Remove all 52').click();
    await segment.dialogButton('Remove').click();
    await segment.dialog.getByRole('alert').waitFor();
  },
  'the menu of a shopper': async (given) => {
    const segment = await openSegment(given, 3);
    await segment.actionsFor(await segment.label(0)).click();
    await segment.frame.getByRole('menu').waitFor();
  },
  'renaming a segment from its screen': async (given) => {
    const segment = await openSegment(given, 3);
    await segment.button('Rename').click();
    await segment.field('Name').waitFor();
  },
  'deleting a segment from its screen': async (given) => {
    const segment = await openSegment(given, 3);
    await segment.button('Delete').click();
    await segment.dialogButton('Delete').waitFor();
  },
  'a segment that could not be read': async ({ panel, sandbox, stores }) => {
    const [{ id = '' } = {}] = await stores.segments('aurora');
    await sandbox.addFault({ path: '/v3/segments', fault: '500', times: 1_000 });
    const segment = await panel.openSegment('aurora', id);
    await segment.heading('The shoppers could not be loaded').waitFor();
  },
};
