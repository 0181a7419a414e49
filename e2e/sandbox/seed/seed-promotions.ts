import type { Promotion, SegmentCondition } from '../sandbox-store.ts';
import { secondsIso } from '../timestamp.ts';

const names = [
  ['Spring tent sale', 'AUTOMATIC'],
  ['Gold members save 15%', 'AUTOMATIC'],
  ['Welcome back', 'COUPON', 'WELCOME-BACK'],
  ['Free shipping over $80', 'AUTOMATIC'],
  ['Climbers and trail runners', 'AUTOMATIC'],
  ['Guides: 20% off ropes', 'COUPON', 'ROPES20'],
  ['Winter clearance', 'AUTOMATIC'],
  ['Thank you for your review', 'COUPON', 'REVIEWED'],
  ['Family camping week', 'AUTOMATIC'],
  ['Not for outlet shoppers', 'AUTOMATIC'],
  ['Buy two headlamps, get one', 'AUTOMATIC'],
  ['Birthday treat', 'COUPON', 'MY DAY'],
] as const;

/** Twelve promotions; five target the given segments through every kind of condition. */
export function seedPromotions(
  segmentIds: readonly string[],
  count: number = names.length,
): Promotion[] {
  return names.slice(0, count).map(([name, type, code], index) => {
    const base = {
      id: index + 1,
      name,
      display_name: name,
      created_from: index % 3 === 0 ? ('api' as const) : ('react_ui' as const),
      channels: name === 'Winter clearance' ? [{ id: 1 }] : [],
      customer: {
        group_ids: [],
        excluded_group_ids: [],
        minimum_order_count: 0,
        ...target(segmentIds, index),
      },
      rules: [
        {
          action: { cart_value: { discount: { percentage_amount: String(5 + index) } } },
          apply_once: true,
          stop: false,
        },
      ],
      notifications: [],
      current_uses: index * 7,
      status: index % 4 === 3 ? ('DISABLED' as const) : ('ENABLED' as const),
      start_date: secondsIso(Date.UTC(2025, index % 12, 1)),
      stop: false,
      can_be_used_with_other_promotions: true,
      currency_code: 'USD',
    };
    return type === 'AUTOMATIC'
      ? { ...base, redemption_type: type }
      : {
          ...base,
          redemption_type: type,
          coupon_type: 'SINGLE' as const,
          codes: {
            id: index + 1,
            code,
            current_uses: index * 7,
            max_uses: 0,
            max_uses_per_customer: 0,
            created: secondsIso(Date.UTC(2025, index % 12, 1)),
          },
          coupon_overrides_other_promotions: false,
          coupon_overrides_automatic_when_offering_higher_discounts: false,
          multiple_codes: { has_multiple_codes: false },
        };
  });
}

/** A promotion for everyone has null as its condition, or none. */
function target(ids: readonly string[], index: number): { segments?: SegmentCondition | null } {
  const segments = condition(ids, index);
  return segments || index % 2 === 0 ? { segments } : {};
}

function condition(ids: readonly string[], index: number): SegmentCondition | null {
  const [a, b, c] = ids;
  if (a === undefined || b === undefined || c === undefined) return null;
  if (index === 1) return { id: [a] };
  if (index === 2) return { id: [a, b] };
  if (index === 4) return { or: [{ id: [b] }, { id: [c] }] };
  if (index === 8) return { and: [{ id: [a] }, { or: [{ id: [b] }, { not: { id: [c] } }] }] };
  if (index === 9) return { not: { id: [c] } };
  return null;
}
