/**
 * Does the same for all items in parallel, but only once it has succeeded for the first: what
 * BigCommerce refuses the app as a whole is then asked for once. The results are in the items' order.
 */
export async function firstAlone<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const [first, ...others] = items;
  if (first === undefined) return [];
  const result = await work(first);
  return [result, ...(await Promise.all(others.map(work)))];
}
