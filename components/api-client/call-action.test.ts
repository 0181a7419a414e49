import { UnrecognizedActionError } from 'next/dist/client/components/unrecognized-action-error';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { FailureCode } from '@/lib/failure.ts';
import { callAction } from './call-action.ts';

// The whole of it needs the browser's React.
vi.mock('next/navigation', () => import('next/dist/client/components/unrecognized-action-error'));

const codes: FailureCode[] = ['conflict', 'rate-limited', 'unavailable', 'unexpected'];
const connection = (onLine: boolean) => vi.stubGlobal('navigator', { onLine });

beforeEach(() => connection(true));
afterEach(() => vi.unstubAllGlobals());

test('work that is done is done', async () => {
  const call = async () => ({ ok: true as const, data: 'the result' });
  expect(await callAction(call)).toEqual({ ok: true, data: 'the result' });
});

describe('what the app answers is certain, except that something unexpected happened', () => {
  test.each(codes)('%s', async (code) => {
    const error = { code, message: 'Said for readers of the API' };
    expect(await callAction(async () => ({ ok: false, error }))).toEqual({
      ok: false,
      failure: error,
      unknown: code === 'unexpected',
    });
  });
});

describe('no answer', () => {
  test('offline: nothing is sent', async () => {
    connection(false);
    const call = vi.fn();
    expect(await callAction(call)).toEqual({
      ok: false,
      failure: { code: 'network' },
      unknown: false,
    });
    expect(call).not.toHaveBeenCalled();
  });

  test.each([
    [
      'a broken connection may have broken after the work',
      new TypeError('Failed to fetch'),
      'network',
    ],
    [
      'a page in place of an answer says nothing',
      new Error('An unexpected response'),
      'unavailable',
    ],
    ['neither does anything else that is thrown', 'not even an error', 'unavailable'],
  ])('%s', async (_, thrown, code) => {
    expect(await callAction(() => Promise.reject(thrown))).toEqual({
      ok: false,
      failure: { code },
      unknown: true,
    });
  });

  test('an app that no longer knows the action has done nothing', async () => {
    const call = () => Promise.reject(new UnrecognizedActionError('Server Action was not found'));
    expect(await callAction(call)).toEqual({
      ok: false,
      failure: { code: 'app-updated' },
      unknown: false,
    });
  });
});
