import { z } from 'zod';
import { FailureError } from '@/lib/failure.ts';
import { apiRoute } from '@/lib/requests/api-route.ts';

const anyPath = z.strictObject({ path: z.array(z.string()) });

const nothingHere = apiRoute('/api/…', anyPath, async () => {
  throw new FailureError('not-found', { message: 'The API has no such path.' });
});

export {
  nothingHere as DELETE,
  nothingHere as GET,
  nothingHere as PATCH,
  nothingHere as POST,
  nothingHere as PUT,
};
