const STORE_HASH = /^[a-z0-9]{1,32}$/;

/** Whether a text has the form of a store hash, which is BigCommerce's id for a store. */
export function isStoreHash(text: string): boolean {
  return STORE_HASH.test(text);
}

/** The store hash in `stores/{hash}`, which is how OAuth and signed payloads name a store. */
export function parseStoreContext(context: string): string | undefined {
  const hash = context.startsWith('stores/') ? context.slice('stores/'.length) : '';
  return isStoreHash(hash) ? hash : undefined;
}

/** The context `stores/{hash}` of a store. */
export function storeContext(storeHash: string): string {
  return `stores/${storeHash}`;
}
