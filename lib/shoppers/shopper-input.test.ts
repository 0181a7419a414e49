import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { CUSTOMERS_PER_ADDITION, SHOPPERS_PER_REMOVAL } from '../limits/limits.ts';
import { addInput, addMatchingInput, removeInput } from './shopper-input.ts';

const segmentId = randomUUID();
const profileId = randomUUID();
const customers = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
const profiles = (count: number) => Array.from({ length: count }, () => randomUUID());
const filter = { type: 'group', groupId: 1 };

/** For each action: what it takes, and what it refuses. */
const inputs: [string, z.ZodType, { takes: unknown[]; refuses: unknown[] }][] = [
  [
    'adding customers',
    addInput,
    {
      takes: [
        { segmentId, customerIds: [1] },
        { segmentId, customerIds: customers(CUSTOMERS_PER_ADDITION) },
      ],
      refuses: [
        { segmentId },
        { segmentId, customerIds: [] },
        { segmentId, customerIds: [0] },
        { segmentId, customerIds: [1.5] },
        { segmentId, customerIds: ['1'] },
        { segmentId, customerIds: 1 },
        { segmentId, customerIds: { 0: 1, length: 1 } },
        { segmentId, customerIds: customers(CUSTOMERS_PER_ADDITION + 1) },
        { segmentId: '../segments', customerIds: [1] },
        { segmentId: [segmentId], customerIds: [1] },
        { segmentId, customerIds: [1], all: true },
      ],
    },
  ],
  [
    'adding all customers who match',
    addMatchingInput,
    {
      takes: [
        { segmentId, filter, offset: 0 },
        { segmentId, filter, offset: 10_000 },
      ],
      refuses: [
        { segmentId, filter: {}, offset: 0 },
        { segmentId, filter, offset: -1 },
        { segmentId, filter, offset: '1' },
        { segmentId, filter },
        { segmentId, filter, offset: 0, all: true },
        { segmentId: 'x', filter, offset: 0 },
      ],
    },
  ],
  [
    'removing shoppers',
    removeInput,
    {
      takes: [
        { segmentId, profileIds: [profileId] },
        { segmentId, profileIds: profiles(SHOPPERS_PER_REMOVAL) },
      ],
      refuses: [
        { segmentId },
        { segmentId, profileIds: [] },
        { segmentId, profileIds: ['all'] },
        { segmentId, profileIds: profileId },
        { segmentId, profileIds: [[profileId]] },
        { segmentId, profileIds: profiles(SHOPPERS_PER_REMOVAL + 1) },
        { segmentId: { in: segmentId }, profileIds: [profileId] },
        { segmentId, profileIds: [profileId], all: true },
      ],
    },
  ],
];

describe.each(inputs)('row 25: the arguments of %s', (_, schema, { takes, refuses }) => {
  test.each(takes)('take %j', (input) => {
    expect(schema.parse(input)).toEqual(input);
  });

  test.each([undefined, null, [], 'text', 7, true, {}, ...refuses])('refuse %j', (input) => {
    expect(schema.safeParse(input).success).toBe(false);
  });
});
