import type { SandboxControl } from '../sandbox/control-client.ts';
import type { TestDatabase } from './app-database.ts';
import type { ControlPanel } from './control-panel-tab.ts';
import type { Stores } from './known-stores.ts';
import { linkTo } from './link-to.ts';
import type { SegmentScreen } from './segment-screen-object.ts';

export interface Given {
  panel: ControlPanel;
  sandbox: SandboxControl;
  stores: Stores;
  database: TestDatabase;
}

/** Brings a screen into a state once the app is installed. */
export type ScreenState = (given: Given) => Promise<void>;

/** Opens a page of a segment that has this many members. */
export async function openSegment(
  { panel, sandbox, stores }: Given,
  members: number,
  page = 1,
): Promise<SegmentScreen> {
  const [{ id = '' } = {}] = await stores.segments('aurora');
  await sandbox.setMembers(stores.hash('aurora'), id, members);
  const segment = await panel.openSegment('aurora', id, {
    deepLink: linkTo.segment(id, { page }),
  });
  await segment.find.or(segment.heading('No shoppers in this segment yet')).waitFor();
  return segment;
}
