import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { addInput, addMatchingInput, removeAllInput, removeInput } from './input.ts';

const segmentId = randomUUID();
const profileId = randomUUID();
const filter = { type: 'group', groupId: 1 };

/** For each action: what it takes, and what it refuses. */
const inputs: [string, z.ZodType, { takes: unknown[]; refuses: unknown[] }][] = [
  [
    'adding customers',
    addInput,
    {
      takes: [
        { segmentId, customerIds: [1] },
        { segmentId, customerIds: Array.from({ length: 250 }, (_, index) => index + 1) },
      ],
      refuses: [
        { segmentId },
        { segmentId, customerIds: [] },
        { segmentId, customerIds: [0] },
        { segmentId, customerIds: [1.5] },
        { segmentId, customerIds: ['1'] },
        { segmentId, customerIds: 1 },
        { segmentId, customerIds: { 0: 1, length: 1 } },
        { segmentId, customerIds: Array.from({ length: 251 }, (_, index) => index + 1) },
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
      takes: [{ segmentId, filter, page: 1 }],
      refuses: [
        { segmentId, filter: {}, page: 1 },
        { segmentId, filter, page: 0 },
        { segmentId, filter, page: '1' },
        { segmentId, filter },
        { segmentId, filter, page: 1, all: true },
        { segmentId: 'x', filter, page: 1 },
      ],
    },
  ],
  [
    'removing shoppers',
    removeInput,
    {
      takes: [
        { segmentId, profileIds: [profileId] },
        { segmentId, profileIds: Array.from({ length: 250 }, () => randomUUID()) },
      ],
      refuses: [
        { segmentId },
        { segmentId, profileIds: [] },
        { segmentId, profileIds: ['all'] },
        { segmentId, profileIds: profileId },
        { segmentId, profileIds: [[profileId]] },
        { segmentId, profileIds: Array.from({ length: 251 }, () => randomUUID()) },
        { segmentId: { in: segmentId }, profileIds: [profileId] },
        { segmentId, profileIds: [profileId], all: true },
      ],
    },
  ],
  [
    'removing all shoppers',
    removeAllInput,
    {
      takes: [{ segmentId, atMost: 1 }],
      refuses: [
        { segmentId },
        { segmentId, atMost: 0 },
        { segmentId, atMost: 'all' },
        { atMost: 1 },
        { segmentId, atMost: 1, all: true },
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
