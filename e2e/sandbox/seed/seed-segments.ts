import type { Segment } from '../sandbox-store.ts';
import { secondsIso } from '../timestamp.ts';
import type { Prng } from './prng.ts';

const regions = [
  'Pacific Northwest',
  'Rocky Mountains',
  'New England',
  'Great Lakes',
  'Sun Belt',
  'Texas',
  'California',
  'Alaska',
  'United Kingdom',
  'Germany and Austria',
  'Scandinavia',
  'Australia',
] as const;

const audiences = [
  ['High spenders', 'Spent more than $500 in the last 12 months'],
  ['First-time buyers', 'Placed their first order in the last 30 days'],
  ['Lapsed buyers', 'No order for six months'],
  ['Newsletter readers', 'Opened three of the last five newsletters'],
  ['Cart abandoners', 'Left a cart worth more than $75 in the last 14 days'],
  ['Gift card holders', 'Have an open balance on a gift card'],
  ['Free shipping seekers', 'Order only when shipping is free'],
  ['Loyalty gold members', 'Reached the gold tier of the loyalty program'],
  ['Club and guide accounts', 'Mountain guides, scout groups and outdoor clubs'],
  ['Trail runners', 'Bought trail running shoes or vests'],
  ['Winter sports', 'Bought ski touring or snowshoeing equipment'],
  ['Family campers', 'Bought tents for four or more, or anything for children'],
  ['Bikepackers', 'Bought frame bags or lightweight shelters'],
  ['Climbers', 'Bought ropes, harnesses or climbing shoes'],
  ['Birthday this month', 'Refreshed on the first of every month'],
  ['Returned an item', 'Sent back something in the last 90 days'],
  ['Review writers', 'Wrote a product review this year'],
  ['Early access testers', 'Agreed to try new products before launch'],
  ['Outlet shoppers', 'Most of their orders are marked-down items'],
  ['Refer a friend', 'Brought in at least one new customer'],
] as const;

const start = Date.UTC(2024, 0, 8, 9, 30);
const hour = 3_600_000;

/** 240 segments, each an audience in one region, in the order they were created. */
export function auroraSegments(prng: Prng): Segment[] {
  let createdAt = start;
  return regions.flatMap((region) =>
    audiences.map(([audience, description]): Segment => {
      createdAt += prng.integer(2, 140) * hour + prng.integer(0, 3599) * 1000;
      const updatedAt = createdAt + (prng.chance(0.4) ? prng.integer(1, 900) * hour : 0);
      return {
        id: prng.uuid(),
        name: `${audience}, ${region}`,
        description: prng.chance(0.08) ? '' : description,
        created_at: secondsIso(createdAt),
        updated_at: secondsIso(updatedAt),
      };
    }),
  );
}

export function brambleSegments(prng: Prng): Segment[] {
  return [
    ['Wholesale florists', 'Registered businesses that order by the crate'],
    ['Subscription box', 'Receive the seasonal seed box'],
    ['Weekend market visitors', ''],
  ].map(([name = '', description = ''], index) => ({
    id: prng.uuid(),
    name,
    description,
    created_at: secondsIso(start + index * 300 * hour),
    updated_at: secondsIso(start + index * 320 * hour),
  }));
}

/** Any number of segments with plain names, for tests of limits. */
export function numberedSegments(prng: Prng, count: number): Segment[] {
  return Array.from({ length: count }, (_, index) => {
    const at = secondsIso(start + index * 60_000);
    const number = String(index + 1).padStart(4, '0');
    return {
      id: prng.uuid(),
      name: `Segment ${number}`,
      description: `Number ${index + 1} of ${count}`,
      created_at: at,
      updated_at: at,
    };
  });
}
