import { z } from 'zod';

/** What a token exchange that succeeds says, or grants, other than it should. Failures are faults. */
export const loginBehaviorSchema = z.strictObject({
  /** Stated in the answer instead of the true value. */
  context: z.string().nullable().default(null),
  accountUuid: z.string().nullable().default(null),
  /** Granted, and stated, instead of the scopes that were asked for. */
  scope: z.string().nullable().default(null),
});

export type LoginBehavior = z.infer<typeof loginBehaviorSchema>;
export type LoginBehaviorChange = z.input<typeof loginBehaviorSchema>;
