import 'server-only';
import { headers } from 'next/headers';
import type { z } from 'zod';
import type { Connection } from '../bigcommerce/client/connection.ts';
import { type Failure, FailureError, failureFrom, failureStatus, isOwnFault } from '../failure.ts';
import { connect } from '../installations/connect.ts';
import { log } from '../log.ts';
import { storeHashIn } from '../screens/screens.ts';
import { requestContext } from '../server/request-context.ts';
import { recordRequest } from '../server/request-line.ts';
import { requestSignal } from '../server/request-signal.ts';
import type { Session } from '../sessions/sessions.ts';
import { inSpan } from '../telemetry/spans.ts';
import { assertSameStore, authenticate } from './authenticate.ts';

export type ActionResult<T> = { ok: true; data: T } | { ok: false; error: Failure };

export interface ActionContext {
  session: Session;
  connection: Connection;
}

/**
 * Wraps a server action: checks the session, then the input, does the work, writes one log line and
 * returns a result in place of exceptions. Both arguments of the action come from the network and
 * may be anything.
 * @param name for the log and the trace
 */
export function action<S extends z.ZodType, T>(
  name: string,
  schema: S,
  run: (context: ActionContext, input: z.output<S>) => Promise<T>,
): (token: unknown, input: unknown) => Promise<ActionResult<T>> {
  const call = async (token: unknown, input: unknown): Promise<ActionResult<T>> => {
    const context = requestContext(await headers());
    let storeHash: string | undefined;
    let result: ActionResult<T>;
    try {
      const session = await authenticate(token);
      storeHash = session.store.hash;
      assertSameStore(session, storeHashIn(context.path));
      const parsed = schema.safeParse(input);
      if (!parsed.success) throw new FailureError('invalid-input');
      const connection = await connect(session.store, {
        requestId: context.id,
        log,
        signal: requestSignal(),
      });
      result = { ok: true, data: await run({ session, connection }, parsed.data) };
    } catch (error) {
      const failure = failureFrom(error);
      if (isOwnFault(error)) log.error({ err: error, requestId: context.id }, name);
      result = { ok: false, error: failure };
    }
    const status = result.ok ? 200 : failureStatus[result.error.code];
    recordRequest(context, { route: `action ${name}`, status, storeHash });
    return result;
  };
  return (token, input) => inSpan(`action ${name}`, () => call(token, input));
}
