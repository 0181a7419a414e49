import { z } from 'zod';

/** Ways in which the token exchange can go wrong although the request was right. */
export const loginBehaviorSchema = z.strictObject({
  /** `html`, `redirect` and `hang` answer so before anything is issued; `500` is a plain failure. */
  answer: z.enum(['normal', 'html', 'redirect', 'hang', '500']).default('normal'),
  /** Stated in the answer instead of the true value. */
  context: z.string().nullable().default(null),
  accountUuid: z.string().nullable().default(null),
  /** Granted, and stated, instead of the scopes that were asked for. */
  scope: z.string().nullable().default(null),
});

export type LoginBehavior = z.infer<typeof loginBehaviorSchema>;
export type LoginBehaviorChange = z.input<typeof loginBehaviorSchema>;
