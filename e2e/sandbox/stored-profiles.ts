import { ListedMap } from './listed-map.ts';

export interface ShopperProfile {
  readonly id: string;
  readonly customer_id: number;
  readonly created_at: string;
  readonly updated_at: string;
}

/** A store's shopper profiles by id and by customer. */
export class ShopperProfiles extends ListedMap<string, ShopperProfile> {
  readonly #byCustomer = new Map<number, ShopperProfile>();

  constructor(profiles: Iterable<ShopperProfile> = []) {
    super();
    for (const profile of profiles) this.add(profile);
  }

  add(profile: ShopperProfile): void {
    this.#byCustomer.set(profile.customer_id, profile);
    this.set(profile.id, profile);
  }

  ofCustomer(id: number): ShopperProfile | undefined {
    return this.#byCustomer.get(id);
  }

  override delete(id: string): boolean {
    const profile = this.get(id);
    if (profile) this.#byCustomer.delete(profile.customer_id);
    return super.delete(id);
  }

  override clear(): void {
    this.#byCustomer.clear();
    super.clear();
  }
}
