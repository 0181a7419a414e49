import { z } from 'zod';

/** Wrong values for token exchanges that succeed. Failures are injected as faults instead. */
export const loginBehaviorSchema = z.strictObject({
  /** Sent in the response instead of the true value. */
  context: z.string().nullable().default(null),
  accountUuid: z.string().nullable().default(null),
  /** Granted, and sent in the response, instead of the scopes that were requested. */
  scope: z.string().nullable().default(null),
});

export type LoginBehavior = z.infer<typeof loginBehaviorSchema>;
export type LoginBehaviorChange = z.input<typeof loginBehaviorSchema>;
