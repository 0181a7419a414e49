import { z } from 'zod';

/** The request is refused with this status and the usual error body, and changes nothing. */
export const refusals = [
  '401',
  '403',
  '404',
  '413',
  '422',
  '423',
  '429',
  '429-bare',
  '500',
  '501',
  '502',
  '503',
  '504',
  '507',
] as const;

export const faultKinds = [
  ...refusals,
  // Nothing is changed; the client gets no response, an HTML page or a redirect.
  'hang',
  'cut',
  'html',
  'redirect',
  // Everything is changed; the client gets no response, a 500 or an HTML page.
  'hang-after',
  'cut-after',
  '5xx-after',
  'html-after',
  // Only the first half of a batch is carried out.
  'partial',
  // Everything is changed; the right response arrives late, slowly or damaged.
  'slow',
  'slow-body',
  'empty-body',
  'malformed-json',
] as const;

export const faultRuleSchema = z.strictObject({
  /** Matches any method if omitted. */
  method: z.string().toUpperCase().optional(),
  /** A regular expression, searched for in path and query, such as `/v3/segments`. */
  path: z.string().refine(isRegularExpression, 'Not a regular expression'),
  /** How many matching requests pass unharmed first. */
  skip: z.number().int().nonnegative().default(0),
  /** How many requests get the fault after those. */
  times: z.number().int().positive().default(1),
  fault: z.enum(faultKinds),
  /** For `429`: the value of `X-Rate-Limit-Time-Reset-Ms`. */
  resetMs: z.number().int().nonnegative().default(1_000),
  /** Milliseconds: for `slow` the delay, for `slow-body` the duration of the body. */
  delayMs: z.number().int().nonnegative().default(1_000),
});

export type FaultRule = z.infer<typeof faultRuleSchema>;
export type NewFaultRule = z.input<typeof faultRuleSchema>;

/** Rules in the order they were added; the first that matches a request applies. */
export class FaultRules {
  #rules: FaultRule[] = [];

  add(rule: FaultRule): void {
    this.#rules.push({ ...rule });
  }

  clear(): void {
    this.#rules = [];
  }

  /** The rule to apply to a request; counts down its `skip` or `times`. */
  take(method: string, path: string): FaultRule | undefined {
    const rule = this.#rules.find(
      (candidate) =>
        (candidate.method === undefined || candidate.method === method) &&
        new RegExp(candidate.path).test(path),
    );
    if (rule === undefined) return undefined;
    if (rule.skip > 0) {
      rule.skip -= 1;
      return undefined;
    }
    rule.times -= 1;
    if (rule.times === 0) this.#rules = this.#rules.filter((other) => other !== rule);
    return rule;
  }
}

function isRegularExpression(source: string): boolean {
  try {
    new RegExp(source);
    return true;
  } catch {
    return false;
  }
}
