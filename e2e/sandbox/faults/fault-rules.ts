import { z } from 'zod';

/** Refused before anything happens, with this status and the usual error body. */
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
  // Nothing happens, and the client gets no answer, or a page or another address instead of one.
  'hang',
  'cut',
  'html',
  'redirect',
  // Everything happens, and the client gets no answer, or a wrong one: of all 5xx a 500.
  'hang-after',
  'cut-after',
  '5xx-after',
  'html-after',
  // The first half of a batch happens.
  'partial',
  // Everything happens, and the right answer arrives late, slowly or damaged.
  'slow',
  'slow-body',
  'empty-body',
  'malformed-json',
] as const;

export const faultRuleSchema = z.strictObject({
  /** Any method if left out. */
  method: z.string().toUpperCase().optional(),
  /** A regular expression looked for in the path with its query, such as `/v3/segments`. */
  path: z.string().refine(isRegularExpression, 'Not a regular expression'),
  /** Matching requests to let pass first. */
  skip: z.number().int().nonnegative().default(0),
  /** Requests to spoil after those. */
  times: z.number().int().positive().default(1),
  fault: z.enum(faultKinds),
  /** For `429`: what `X-Rate-Limit-Time-Reset-Ms` says. */
  resetMs: z.number().int().nonnegative().default(1_000),
  /** For `slow` the wait, for `slow-body` the time the body takes, in milliseconds. */
  delayMs: z.number().int().nonnegative().default(1_000),
});

export type FaultRule = z.infer<typeof faultRuleSchema>;
export type NewFaultRule = z.input<typeof faultRuleSchema>;

/** Rules in the order they were added; the first that matches a request decides about it. */
export class FaultRules {
  #rules: FaultRule[] = [];

  add(rule: FaultRule): void {
    this.#rules.push({ ...rule });
  }

  clear(): void {
    this.#rules = [];
  }

  /** The rule to apply to a request, which uses it up by one. */
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
