import type { SandboxControl } from '../sandbox/control-client.ts';

/** The names of the segments that a customer is in at BigCommerce, sorted. */
export async function segmentsOf(
  sandbox: SandboxControl,
  storeHash: string,
  customerId: number,
): Promise<string[]> {
  const [{ segments }, { members, profiles }] = await Promise.all([
    sandbox.state(storeHash),
    sandbox.shoppers(storeHash),
  ]);
  const own = profiles.filter((profile) => profile.customer_id === customerId);
  return segments
    .filter(({ id }) => own.some((profile) => members[id]?.includes(profile.id)))
    .map(({ name }) => name)
    .toSorted();
}
