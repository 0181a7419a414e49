import type { FailureCode } from '../../lib/failure.ts';
import type { NewFaultRule } from '../sandbox/faults/fault-rules.ts';

export type Fault = NewFaultRule['fault'];
type Reason = Exclude<FailureCode, 'invalid-input' | 'session-ended' | 'store-mismatch'>;

/*
 * One fault for each reason that a merchant can read, and for each way in which an answer is lost.
 * Tests of lib/bigcommerce try all others: screens get only the failure's code.
 */

/** Faults by which BigCommerce refuses, and the code of the failure that the merchant reads. */
export const refusals = [
  ['401', 'reinstall-required'],
  ['403', 'not-permitted'],
  ['413', 'too-large'],
  ['422', 'invalid'],
  ['429', 'rate-limited'],
  ['500', 'unavailable'],
] as const satisfies readonly [Fault, Reason][];

/** BigCommerce makes the change, but its answer does not say so, or comes late. */
export const lostAnswers = ['5xx-after', 'partial', 'slow'] as const satisfies readonly Fault[];

/** A fault in answers about segments, for the whole test unless the rule limits it. */
export function lasting(fault: Fault, rule: Partial<NewFaultRule> = {}): NewFaultRule {
  return {
    path: '/v3/segments(\\?|$)',
    times: 1_000,
    resetMs: 1_000,
    delayMs: 800,
    ...rule,
    fault,
  };
}

export function once(fault: Fault, method: string): NewFaultRule {
  return lasting(fault, { method, times: 1 });
}

/** What the browser logs when the app's API answers a read with an error. */
export const failedReads =
  /status of (40[34]|429|5\d\d|4[12]\d) .*\/api\/(segments|shopper-counts)/;
