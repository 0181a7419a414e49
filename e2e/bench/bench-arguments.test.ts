import { expect, test } from 'vitest';
import { parseBenchArguments } from './bench-arguments.ts';

const parse = (...args: string[]) => parseBenchArguments(args, ['opening', 'api', 'soak']);

test('without names, all parts are measured', () => {
  expect(parse()).toEqual({ names: ['opening', 'api', 'soak'], soakSeconds: 60 });
});

test('names select parts, each once and in the fixed order', () => {
  expect(parse('soak', 'opening', 'soak', '--soak-seconds=10')).toEqual({
    names: ['opening', 'soak'],
    soakSeconds: 10,
  });
});

test('an unknown part is refused with a list of the known ones', () => {
  expect(() => parse('api', 'keys')).toThrow(
    'Unknown part: keys. The parts are opening, api, soak.',
  );
});

test.each(['--soak-seconds=0', '--soak-seconds=soon', '--soak-seconds', '--seconds=10'])(
  '%s is refused',
  (option) => {
    expect(() => parse(option)).toThrow(/seconds/);
  },
);
