'use client';

import type { useTranslations } from 'next-intl';
import { memo } from 'react';
import { shownName, shownText } from '@/lib/i18n/shown-text.ts';
import { linkFrom, screens } from '@/lib/screens/screens.ts';
import type { Shopper } from '@/lib/shoppers/shopper-page.ts';
import { customerName } from '../customers/customer-name.ts';
import { type LocalFormatter, timeInWords } from '../ui/time-in-words.tsx';

interface Props {
  shopper: Shopper;
  /** The shopper's name for screen readers. */
  label: string;
  group: string | undefined;
  selected: boolean;
  menuOpen: boolean;
  onSelect: (shoppers: readonly Shopper[], on: boolean) => void;
  onMenu: (shopper: Shopper, toggle: HTMLElement) => void;
  t: ReturnType<typeof useTranslations<'segment'>>;
  format: LocalFormatter;
  /** In which the day is shown since when somebody is a customer. */
  timeZone: string;
}

export const ShopperRow = memo(function ShopperRow(props: Props) {
  const { shopper, label, group, selected, menuOpen, onSelect, onMenu, t, format, timeZone } =
    props;
  const { customer, customerId } = shopper;
  const name = customer && customerName(customer);
  return (
    <tr data-selected={selected || undefined}>
      <td>
        <input
          aria-label={t('selection.row', { name: label })}
          checked={selected}
          onChange={(event) => onSelect([shopper], event.target.checked)}
          type="checkbox"
        />
      </td>
      <td>
        {customer ? (
          <a href={linkFrom('segment', screens.customer.path(customerId))}>
            {name ? shownName(name) : label}
          </a>
        ) : (
          <em>{label}</em>
        )}
      </td>
      <td>{customer && shownText(customer.email)}</td>
      <td>{group && shownText(group)}</td>
      <td>{customer && shownText(customer.company)}</td>
      <td>{customer && since(customer.createdAt, format, timeZone)}</td>
      <td>
        <button
          aria-expanded={menuOpen}
          aria-haspopup="menu"
          aria-label={t('menu.label', { name: label })}
          onClick={(event) => onMenu(shopper, event.currentTarget)}
          type="button"
        />
      </td>
    </tr>
  );
});

function since(iso: string, format: Props['format'], timeZone: string) {
  const day = (date: Date) => format.dateTime(date, { dateStyle: 'medium', timeZone });
  return timeInWords(iso, format, day, timeZone);
}
