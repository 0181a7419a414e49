import type { Customer } from '../sandbox-store.ts';
import { secondsIso } from '../timestamp.ts';
import type { Prng } from './prng.ts';

const firstNames = [
  'Amelia',
  'Noah',
  'Sofía',
  'Liam',
  'Zoë',
  'Mateo',
  'Hannah',
  'Omar',
  'Ingrid',
  'Diego',
  'Freya',
  'Kenji',
  'Aisha',
  'Lucas',
  'Chloe',
  'Anders',
  'Nadia',
  'Felix',
  'Grace',
  'Rahul',
  'Elena',
  'Samuel',
  'Maren',
  'Theodore',
  'Yuki',
  'Beatrix',
  'Callum',
  'Leïla',
  'Hugo',
  'Wren',
] as const;
const lastNames = [
  'Andersen',
  'Okafor',
  'García',
  'Miller',
  'Dubois',
  'Nakamura',
  "O'Brien",
  'Novak',
  'Schneider',
  'Hughes',
  'Rossi',
  'Patel',
  'Johansson',
  'Carter',
  'Müller',
  'Kowalski',
  'Nguyen',
  'Fraser',
  'Silva',
  'Bennett',
  'Haddad',
  'Larsen',
  'Moreau',
  'Whitaker',
  'Ferreira',
  'Kaplan',
  'Stone',
] as const;
const companies = [
  'North Ridge Guides',
  'Basecamp Rentals',
  'Schneider & Söhne GmbH',
  'Trailhead Co-op',
  'Summit School',
  'Lakeside Lodge',
  'Hughes Expeditions',
  'Fjell Sport AS',
] as const;
const domains = ['example.com', 'example.org', 'example.net', 'mail.example'] as const;

const opened = Date.UTC(2021, 2, 1, 8);
const day = 86_400_000;
const minute = 60_000;

/**
 * Customers in the order they registered, with ids from 1, or following `newest`. `groups` are the
 * ids of the groups that the customers are spread over.
 */
export function seedCustomers(
  prng: Prng,
  count: number,
  groups: readonly number[],
  newest?: Customer,
): Customer[] {
  const spacing = newest ? minute : Math.floor((1_650 * day) / count);
  const start = newest ? Date.parse(newest.date_created) : opened;
  return Array.from({ length: count }, (_, index) => {
    const id = (newest?.id ?? 0) + index + 1;
    const first = prng.pick(firstNames);
    const last = prng.pick(lastNames);
    const created = start + index * spacing + prng.integer(0, spacing - 1);
    const tag = prng.chance(0.05) ? '+shop' : '';
    return {
      id,
      first_name: first,
      last_name: last,
      email: `${ascii(first)}.${ascii(last)}${id}${tag}@${prng.pick(domains)}`,
      company: prng.chance(0.15) ? prng.pick(companies) : '',
      phone: prng.chance(0.6) ? `555-01${String(prng.integer(0, 99)).padStart(2, '0')}` : '',
      registration_ip_address: `192.0.2.${prng.integer(1, 254)}`,
      notes: '',
      tax_exempt_category: '',
      customer_group_id: prng.chance(0.5) ? (groups[prng.integer(0, groups.length - 1)] ?? 0) : 0,
      date_created: secondsIso(created),
      date_modified: secondsIso(created + prng.integer(0, 60) * day),
      address_count: prng.integer(0, 3),
      attribute_count: 0,
      authentication: { force_password_reset: false },
      accepts_product_review_abandoned_cart_emails: prng.chance(0.5),
      origin_channel_id: 1,
      channel_ids: [1],
    };
  });
}

function ascii(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[^A-Za-z]/g, '')
    .toLowerCase();
}
