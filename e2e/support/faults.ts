import type { FailureCode } from '../../lib/failure.ts';
import type { NewFaultRule } from '../sandbox/faults/fault-rules.ts';

export type Fault = NewFaultRule['fault'];
type Reason = Exclude<FailureCode, 'invalid-input' | 'session-ended' | 'store-mismatch'>;

/*
 * One fault for each thing that a merchant can read, and 502, after which BigCommerce may still carry
 * a change out. Every other status and fault is tried beside lib/bigcommerce: a screen hears no more
 * of it than the code.
 */

/** Refusals, and what the merchant reads as the reason. */
export const refusals = [
  ['401', 'reinstall-required'],
  ['403', 'not-permitted'],
  ['404', 'not-found'],
  ['413', 'too-large'],
  ['422', 'invalid'],
  ['429', 'rate-limited'],
  ['500', 'unavailable'],
  ['502', 'unavailable'],
] as const satisfies readonly [Fault, Reason][];

/** Nothing happens, and no usable answer comes. */
export const losses = [
  ['cut', 'unavailable'],
  ['html', 'unavailable'],
] as const satisfies readonly [Fault, Reason][];

/** Everything happens, though the answer does not say so, or not in time. */
export const lostAnswers = [
  'cut-after',
  '5xx-after',
  'html-after',
  'partial',
  'slow',
] as const satisfies readonly Fault[];

/** What BigCommerce does with segments stays like this for as long as a test lasts. */
export function lasting(fault: Fault, rule: Partial<NewFaultRule> = {}): NewFaultRule {
  return { path: '/v3/segments(\\?|$)', times: 1_000, resetMs: 200, delayMs: 800, ...rule, fault };
}

export function once(fault: Fault, method: string): NewFaultRule {
  return lasting(fault, { method, times: 1 });
}

/** What the browser notes on the console when the app answers a read with an error. */
export const failedReads =
  /status of (40[34]|429|5\d\d|4[12]\d) .*\/api\/(segments|shopper-counts)/;
