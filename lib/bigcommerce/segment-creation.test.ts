import { expect, test } from 'vitest';
import { whoseSegment } from './segment-creation.ts';

const since = Date.parse('2026-03-01T12:00:05.700Z');
const found = { id: 'new', description: 'For the club', createdAt: '2026-03-01T12:00:05Z' };
const evidence = { known: new Set(['old']), since };
const asked = { description: 'For the club' };

test('a new segment with the name and description asked for is ours, although times are cut to the second', () => {
  expect(whoseSegment(asked, found, evidence)).toBe('ours');
});

test('one that was seen before the request is not, however new', () => {
  expect(whoseSegment(asked, { ...found, id: 'old' }, evidence)).toBe('theirs');
});

test('one that was created before the request is not', () => {
  const older = { ...found, createdAt: '2026-03-01T12:00:03Z' };
  expect(whoseSegment(asked, older, evidence)).toBe('theirs');
});

test('a new one with another description may be ours or not', () => {
  expect(whoseSegment(asked, { ...found, description: 'Mine' }, evidence)).toBe('unknown');
});

test('without a readable creation time the description decides', () => {
  expect(whoseSegment(asked, { ...found, createdAt: '' }, evidence)).toBe('ours');
});
