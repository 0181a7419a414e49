import { UnrecognizedActionError } from 'next/dist/client/components/unrecognized-action-error';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { FailureCode } from '@/lib/failure.ts';
import { callAction } from './call-action.ts';

// All of next/navigation can't be loaded without the browser's React.
vi.mock('next/navigation', () => import('next/dist/client/components/unrecognized-action-error'));

const codes: FailureCode[] = ['conflict', 'rate-limited', 'unavailable', 'unexpected'];
const connection = (onLine: boolean) => vi.stubGlobal('navigator', { onLine });

beforeEach(() => connection(true));
afterEach(() => vi.unstubAllGlobals());

test('an action that succeeds gives its result', async () => {
  const call = async () => ({ ok: true as const, data: 'the result' });
  expect(await callAction(call)).toEqual({ ok: true, data: 'the result' });
});

test('a browser that wrongly reports to be offline sends actions', async () => {
  connection(false);
  vi.stubGlobal('fetch', async () => new Response('Not for this path', { status: 404 }));
  const call = async () => ({ ok: true as const, data: 'the result' });
  expect(await callAction(call)).toEqual({ ok: true, data: 'the result' });
});

describe('an answer of the app is certain, except an unexpected failure', () => {
  test.each(codes)('%s', async (code) => {
    const error = { code, message: 'Said for readers of the API' };
    expect(await callAction(async () => ({ ok: false, error }))).toEqual({
      ok: false,
      failure: error,
      unknown: code === 'unexpected',
    });
  });
});

describe('without an answer', () => {
  test('nothing is sent if the browser reports to be offline and the app can’t be reached', async () => {
    connection(false);
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
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
      'a connection may have broken after the action was done',
      new TypeError('Failed to fetch'),
      'network',
    ],
    [
      'a page in place of an answer leaves the outcome unknown',
      new Error('An unexpected response'),
      'unavailable',
    ],
    ['so does anything else that is thrown', 'not even an error', 'unavailable'],
  ])('%s', async (_, thrown, code) => {
    expect(await callAction(() => Promise.reject(thrown))).toEqual({
      ok: false,
      failure: { code },
      unknown: true,
    });
  });

  test('a refusal of the app, before the action began, has done nothing', async () => {
    const refusal = { error: { code: 'too-large', message: 'The request is larger than 64 KB.' } };
    const call = () => Promise.reject(new Error(JSON.stringify(refusal)));
    expect(await callAction(call)).toEqual({
      ok: false,
      failure: { code: 'too-large' },
      unknown: false,
    });
  });

  test('a version of the app without this action has done nothing', async () => {
    const call = () => Promise.reject(new UnrecognizedActionError('Server Action was not found'));
    expect(await callAction(call)).toEqual({
      ok: false,
      failure: { code: 'app-updated' },
      unknown: false,
    });
  });
});
