import { type SignedPayload, verifySignedPayload } from '@/lib/bigcommerce/signed-payload.ts';
import { config } from '@/lib/config.ts';
import { required } from './callback-route.ts';

/** The verified payload of a callback. @throws {CallbackError | SignedPayloadError} */
export async function signedPayload(query: URLSearchParams): Promise<SignedPayload> {
  const { clientId, clientSecret } = config().bigcommerce;
  return verifySignedPayload(required(query, 'signed_payload_jwt'), { clientId, clientSecret });
}
