import 'server-only';
import { processSingleton } from '../../process/process-singleton.ts';

/**
 * Node's own `fetch`. Next puts one of its own over it that can cache, which nothing of a store's
 * may be, and that takes longer; the server loads this module before it loads Next.
 */
export const plainFetch = processSingleton('fetch', () => globalThis.fetch);
