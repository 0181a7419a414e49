import 'server-only';
import { processSingleton } from '../../process/process-singleton.ts';

/**
 * Node's own `fetch`. Next replaces it by one that is slower and can cache, and a store's data must
 * not be cached. So the server loads this module before it loads Next.
 */
export const plainFetch = processSingleton('fetch', () => globalThis.fetch);
