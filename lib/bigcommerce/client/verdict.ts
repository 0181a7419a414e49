import type { Answer } from './answer.ts';
import { readErrorBody } from './error-body.ts';
import { BigCommerceError, kindOfStatus } from './errors.ts';
import type { Call, Exchange } from './exchange.ts';

/**
 * The judgement of one attempt. `repeat`: sending the request again does no harm, because its
 * method allows it or because it is certain that the request was not carried out.
 */
export type Verdict =
  | { type: 'success'; answer: Answer }
  | { type: 'failure'; error: BigCommerceError; repeat: boolean };

type Method = Call['method'];

export function judge(method: Method, exchange: Exchange): Verdict {
  switch (exchange.type) {
    case 'answered':
      return judgeAnswer(exchange.answer, method);
    case 'refused':
      return {
        type: 'failure',
        repeat: true,
        error: new BigCommerceError('BigCommerce cannot be reached', {
          kind: 'unavailable',
          nothingDone: true,
          cause: exchange.cause,
        }),
      };
    case 'timeout':
    case 'cut':
    case 'aborted':
      return {
        type: 'failure',
        repeat: isRepeatable(method) && exchange.type !== 'aborted',
        error: new BigCommerceError(`no answer from BigCommerce (${exchange.type})`, {
          kind: 'unavailable',
          outcomeUnknown: method !== 'GET',
          mayStillHappen: method !== 'GET',
          cause: exchange.cause,
        }),
      };
  }
}

function judgeAnswer(answer: Answer, method: Method): Verdict {
  const { status, json } = answer;
  const isWrite = method !== 'GET';
  const readable = isReadable(answer, method);
  const isPartial = status === 207 && isWrite;
  if (status < 300 && readable && !isPartial) return { type: 'success', answer };
  const body = readErrorBody(json);
  const isUnreadable = status < 300 && !readable;
  const isFault = status >= 500 || status === 408 || isUnreadable;
  return {
    type: 'failure',
    repeat: status === 429 || (isRepeatable(method) && isFault && status !== 501 && status !== 507),
    error: new BigCommerceError(
      isUnreadable ? 'BigCommerce sent an unreadable answer' : `BigCommerce answered ${status}`,
      {
        kind: isUnreadable
          ? 'unavailable'
          : kindOfStatus(isPartial ? (body.status ?? status) : status),
        status,
        detail: body.detail,
        outcomeUnknown: isWrite && (isFault || isPartial),
        // The gateway gave up, not the store.
        mayStillHappen: isWrite && (status === 502 || status === 504),
        nothingDone: status === 413 || status === 429 || body.nothingDone,
      },
    ),
  };
}

/** A DELETE holds the ids, so a second one deletes nothing more. */
function isRepeatable(method: Method): boolean {
  return method === 'GET' || method === 'DELETE';
}

/** Whether the body is of the kind that a success has. */
export function isReadable({ body, status }: Answer, method: Method): boolean {
  return body === 'none' ? status === 204 || method === 'DELETE' : body === 'json';
}
