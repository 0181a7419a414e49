import { describe, expect, test } from 'vitest';
import { customerFilter, customerFilterQuery } from './customer-filter.ts';
import { matcherOf, queryOf } from './matching-customers.ts';

const customer = {
  id: 1,
  name: '',
  email: '',
  company: '',
  groupId: null,
  createdAt: '',
  profileId: null,
  segmentIds: [],
};

describe('a filter', () => {
  test.each([
    { type: 'group', groupId: 3 },
    { type: 'company', company: 'Schneider & Söhne GmbH' },
    { type: 'company', company: '語'.repeat(160) },
    { type: 'created', from: '2024-02-29', to: '2024-02-29' },
  ])('%j is accepted', (filter) => {
    expect(customerFilter.parse(filter)).toEqual(filter);
  });

  test.each([
    {},
    { type: 'group' },
    { type: 'group', groupId: 0 },
    { type: 'group', groupId: '3' },
    { type: 'company', company: ' ' },
    // BigCommerce would return the customers of "Smith" and of "Sons".
    { type: 'company', company: 'Smith, Sons' },
    // Half of a surrogate pair can't be part of an address.
    { type: 'company', company: 'Smith \ud800' },
    { type: 'company', company: '語'.repeat(200) },
    { type: 'created', from: '2024-03-01', to: '2024-02-29' },
    { type: 'created', from: '2023-02-29', to: '2023-03-01' },
    { type: 'created', from: '2024-02-29T00:00:00', to: '2024-03-01' },
    { type: 'all' },
    { type: 'group', groupId: 3, company: 'x' },
  ])('%j is refused', (filter) => {
    expect(customerFilter.safeParse(filter).success).toBe(false);
  });
});

test.each([
  [{ type: 'group', groupId: '3' }, true],
  [{ type: 'group', groupId: '03' }, false],
  [{ type: 'group', groupId: ['3', '4'] }, false],
  [{ type: 'company', company: 'Lodge' }, true],
  [{ type: 'created', from: '2024-01-01', to: '2024-01-31' }, true],
  [{ type: 'created', from: '2024-02-01', to: '2024-01-31' }, false],
])('as a query, %j: %s', (query, isValid) => {
  expect(customerFilterQuery.safeParse(query).success).toBe(isValid);
});

test('a filter by days asks for a little more than the days, whose first and last are included', () => {
  const filter = { type: 'created', from: '2024-01-01', to: '2024-01-31' } as const;
  expect(queryOf(filter, 'UTC')).toEqual({
    'date_created:min': '2023-12-31T23:59:59Z',
    'date_created:max': '2024-02-01T00:00:00Z',
  });
  const isMatch = (createdAt: string) => matcherOf(filter, 'UTC')({ ...customer, createdAt });
  expect(isMatch('2023-12-31T23:59:59Z')).toBe(false);
  expect(isMatch('2024-01-01T00:00:00Z')).toBe(true);
  expect(isMatch('2024-01-31T23:59:59Z')).toBe(true);
  expect(isMatch('2024-02-01T00:00:00Z')).toBe(false);
});

test.each([
  ['Schneider & Söhne GmbH', true],
  ['schneider &amp; so\u0308hne  GMBH ', true],
  ['Schneider', false],
  ['', false],
])('with the company %j a customer matches "Schneider & Söhne GmbH": %s', (company, expected) => {
  const isMatch = matcherOf({ type: 'company', company: 'Schneider & Söhne GmbH' }, 'UTC');
  expect(isMatch({ ...customer, company })).toBe(expected);
});
