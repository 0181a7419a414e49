import 'server-only';
import { z } from 'zod';
import { plainFetch } from './client/plain-fetch.ts';
import { readBody } from './client/read-body.ts';
import { recordCall } from './client/record-call.ts';
import { parseStoreContext } from './store-hash.ts';

const TIMEOUT_MS = 10_000;
const MAX_ANSWER_BYTES = 64 * 1024;

/**
 * `rejected`: the login refused the code, client or scope. `unavailable`: the login did not answer,
 * or with an error of its own. `invalid-answer`: the answer is not a token for the store.
 */
export type OAuthErrorKind = 'rejected' | 'unavailable' | 'invalid-answer';

export class OAuthError extends Error {
  readonly kind: OAuthErrorKind;
  readonly status: number | undefined;

  /** @param message names no code, secret or token */
  constructor(kind: OAuthErrorKind, message: string, status?: number) {
    super(message);
    this.name = 'OAuthError';
    this.kind = kind;
    this.status = status;
  }
}

export interface CodeExchange {
  loginUrl: string;
  clientId: string;
  clientSecret: string;
  /** The registered address of `/auth`. */
  redirectUri: string;
  code: string;
  scope: string;
  /** `stores/{hash}` */
  context: string;
  requestId: string;
}

export interface Grant {
  accessToken: string;
  scope: string[];
  user: { id: number; email: string };
  ownerId: number;
  accountUuid: string;
}

const id = z.int().positive();
const answerSchema = z.object({
  access_token: z.string().min(1),
  scope: z.string(),
  user: z.object({ id, email: z.string() }),
  // A malformed owner is no reason to lose the answer, which holds the only token that works.
  owner: z.object({ id }).optional().catch(undefined),
  context: z.string(),
  account_uuid: z.string().min(1),
});

/**
 * Exchanges the code that `/auth` received for the store's token.
 * @throws {OAuthError}
 */
export async function exchangeCode(exchange: CodeExchange): Promise<Grant> {
  if (parseStoreContext(exchange.context) === undefined) {
    throw new OAuthError('rejected', 'malformed context');
  }
  const { status, text } = await post(exchange);
  const json = parseJson(text);
  if (status >= 500) throw new OAuthError('unavailable', `the login answered ${status}`, status);
  if (status >= 400) throw new OAuthError('rejected', refusal(status, json), status);
  const answer = answerSchema.safeParse(json);
  if (!answer.success) {
    throw new OAuthError('invalid-answer', 'the login sent something else than a token', status);
  }
  const { access_token, scope, user, owner, context, account_uuid } = answer.data;
  if (context !== exchange.context) {
    throw new OAuthError('invalid-answer', 'the token is for another store', status);
  }
  return {
    accessToken: access_token,
    scope: scope.split(/\s+/).filter(Boolean),
    user,
    // Only a store's owner can install apps.
    ownerId: (owner ?? user).id,
    accountUuid: account_uuid,
  };
}

async function post({ loginUrl, ...exchange }: CodeExchange) {
  const timeout = AbortSignal.timeout(TIMEOUT_MS);
  const startedAt = Date.now();
  let status: number | undefined;
  try {
    const response = await plainFetch(`${loginUrl.replace(/\/+$/, '')}/oauth2/token`, {
      method: 'POST',
      redirect: 'error',
      cache: 'no-store',
      signal: timeout,
      headers: {
        Accept: 'application/json',
        'Content-Type': 'application/json',
        'User-Agent': 'customer-segments/1.0',
        'X-Correlation-Id': exchange.requestId,
      },
      body: JSON.stringify({
        client_id: exchange.clientId,
        client_secret: exchange.clientSecret,
        redirect_uri: exchange.redirectUri,
        grant_type: 'authorization_code',
        code: exchange.code,
        scope: exchange.scope,
        context: exchange.context,
      }),
    });
    status = response.status;
    return { status, text: await readBody(response, MAX_ANSWER_BYTES) };
  } catch {
    // The cause is left out, because it can hold the request and its secrets.
    throw new OAuthError('unavailable', timeout.aborted ? 'the login timed out' : 'no answer');
  } finally {
    const durationMs = Date.now() - startedAt;
    const failure = timeout.aborted ? 'timeout' : status === undefined ? 'cut' : undefined;
    recordCall({ method: 'POST', route: '/oauth2/token', status, failure, durationMs }, startedAt);
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Repeats the error code (RFC 6749 §5.2), but no free text, which could hold a secret. */
function refusal(status: number, json: unknown): string {
  const code = z.object({ error: z.string().regex(/^[a-z_]{1,40}$/) }).safeParse(json).data?.error;
  return `the login answered ${status}${code === undefined ? '' : ` ${code}`}`;
}
