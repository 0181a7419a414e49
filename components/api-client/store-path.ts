/**
 * The path with the caller's store, so that the server can refuse the token of another store.
 * @param path of the app's API, with or without a query
 */
export function storePath(path: string, storeHash: string): string {
  return `${path}${path.includes('?') ? '&' : '?'}store=${storeHash}`;
}
