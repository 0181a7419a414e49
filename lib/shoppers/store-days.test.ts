import { expect, test } from 'vitest';
import { dayIn, startOfDay } from './store-days.ts';

test.each([
  ['UTC', '2024-05-01', '2024-05-01T00:00:00Z'],
  ['America/Los_Angeles', '2024-04-30', '2024-04-30T07:00:00Z'],
  ['Australia/Sydney', '2024-05-01', '2024-04-30T14:00:00Z'],
  ['Asia/Kathmandu', '2024-05-01', '2024-04-30T18:15:00Z'],
  ['Pacific/Kiritimati', '2024-05-01', '2024-04-30T10:00:00Z'],
  ['Etc/GMT+12', '2024-05-01', '2024-05-01T12:00:00Z'],
  // The clocks went forward at midnight: the day began at 1 o'clock.
  ['America/Sao_Paulo', '2018-11-04', '2018-11-04T03:00:00Z'],
  ['Europe/Berlin', '2024-03-31', '2024-03-30T23:00:00Z'],
  ['Europe/Berlin', '2024-04-01', '2024-03-31T22:00:00Z'],
])('in %s the day %s begins at %s', (timeZone, day, start) => {
  expect(new Date(startOfDay(day, timeZone)).toISOString()).toBe(start.replace('Z', '.000Z'));
});

test('a time belongs to the day that its zone shows', () => {
  const time = Date.parse('2024-05-01T06:59:59Z');
  expect(dayIn('America/Los_Angeles')(time)).toBe('2024-04-30');
  expect(dayIn('UTC')(time)).toBe('2024-05-01');
  expect(dayIn('Australia/Sydney')(time)).toBe('2024-05-01');
});
