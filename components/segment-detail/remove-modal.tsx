'use client';

import { Text } from '@bigcommerce/big-design';
import { useTranslations } from 'next-intl';
import type { Segment } from '@/lib/bigcommerce/segments.ts';
import { isolated } from '@/lib/i18n/shown-text.ts';
import type { Shopper } from '@/lib/shoppers/shopper-page.ts';
import { ConfirmModal } from '../ui/confirm-modal.tsx';
import { NameList } from '../ui/name-list.tsx';
import { useShopperLabel } from './use-shopper-label.ts';

interface Props {
  segment: Segment;
  /** The shoppers to remove, at least one; a number stands for everybody and says how many. */
  targets: readonly Shopper[] | number;
  onConfirm: () => void;
  onClose: () => void;
}

/** Asks for a confirmation: which shoppers are removed, what that affects, and how to undo it. */
export function RemoveModal({ segment, targets, onConfirm, onClose }: Props) {
  const t = useTranslations('segment.removal');
  const count = typeof targets === 'number' ? targets : targets.length;
  const effect = () => {
    if (typeof targets === 'number') return t('effectOnAll');
    const deleted = targets.filter(({ customer }) => customer === null).length;
    if (deleted === 0) return t('effect', { count });
    return deleted === count
      ? t('effectOnDeleted', { count })
      : t('effectOnSome', { count: deleted });
  };
  return (
    <ConfirmModal
      action={t('remove')}
      count={count}
      header={t('title', { count })}
      onClose={onClose}
      onConfirm={onConfirm}
    >
      {typeof targets === 'number' ? (
        <Text>{t('all', { count, segment: isolated(segment.name) })}</Text>
      ) : (
        <ShoppersToRemove segment={segment} targets={targets} />
      )}
      <Text>{effect()}</Text>
    </ConfirmModal>
  );
}

interface ShoppersToRemoveProps {
  segment: Segment;
  targets: readonly Shopper[];
}

function ShoppersToRemove({ segment, targets }: ShoppersToRemoveProps) {
  const t = useTranslations('segment.removal');
  const labelOf = useShopperLabel();
  const [only, ...others] = targets;
  if (only && others.length === 0) {
    return <Text>{t('one', { name: labelOf(only), segment: isolated(segment.name) })}</Text>;
  }
  return (
    <>
      <Text marginBottom="xSmall">
        {t('many', { count: targets.length, segment: isolated(segment.name) })}
      </Text>
      <NameList
        label={t('list')}
        items={targets.map((shopper) => ({ id: shopper.profileId, name: labelOf(shopper) }))}
      />
    </>
  );
}
