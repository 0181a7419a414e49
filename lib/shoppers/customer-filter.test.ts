import { describe, expect, test } from 'vitest';
import { customerFilter, customerFilterQuery } from './customer-filter.ts';
import { queryOf } from './matching-customers.ts';

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

test('the first and the last day are included', () => {
  expect(queryOf({ type: 'created', from: '2024-01-01', to: '2024-01-31' })).toEqual({
    'date_created:min': '2024-01-01T00:00:00',
    'date_created:max': '2024-01-31T23:59:59',
  });
});
