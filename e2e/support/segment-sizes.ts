import type { SandboxControl } from '../sandbox/control-client.ts';
import type { Stores } from './known-stores.ts';

const { compare } = new Intl.Collator('en-US', { numeric: true, sensitivity: 'base' });
export interface Size {
  name: string;
  shoppers: number;
}

/** How many shoppers each segment has at BigCommerce, in the order of their names. */
export async function sizes(sandbox: SandboxControl, stores: Stores): Promise<Size[]> {
  const { segments, memberCounts } = await sandbox.state(stores.hash('aurora'));
  return segments
    .map(({ id, name }) => ({ name, shoppers: memberCounts[id] ?? 0 }))
    .toSorted((a, b) => compare(a.name, b.name));
}

/** The counts as the list shows them. */
export const shown = (sizes: readonly Size[]) => sizes.map(({ shoppers }) => String(shoppers));
