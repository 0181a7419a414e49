'use client';

import { Text } from '@bigcommerce/big-design';
import { useTranslations } from 'next-intl';
import type { Segment } from '@/lib/bigcommerce/segments.ts';
import { isolated, shownName } from '@/lib/i18n/shown-text.ts';
import { ConfirmModal } from '../ui/confirm-modal.tsx';
import { NameList } from '../ui/name-list.tsx';

interface Props {
  /** The segments to delete, at least one. */
  segments: readonly Segment[];
  onConfirm: () => void;
  onClose: () => void;
}

/** Asks for a confirmation to delete segments and says what else that affects. */
export function DeleteModal({ segments, onConfirm, onClose }: Props) {
  const t = useTranslations('segments.deletion');
  const count = segments.length;
  return (
    <ConfirmModal
      action={t('delete')}
      count={count}
      header={t('title', { count })}
      onClose={onClose}
      onConfirm={onConfirm}
    >
      <SegmentsToDelete segments={segments} />
      <Text>{t('effect', { count })}</Text>
    </ConfirmModal>
  );
}

function SegmentsToDelete({ segments }: Pick<Props, 'segments'>) {
  const t = useTranslations('segments.deletion');
  const [only, ...others] = segments;
  if (only && others.length === 0) return <Text>{t('one', { name: isolated(only.name) })}</Text>;
  return (
    <>
      <Text marginBottom="xSmall">{t('many', { count: segments.length })}</Text>
      <NameList
        items={segments.map(({ id, name }) => ({ id, name: shownName(name) }))}
        label={t('list')}
      />
    </>
  );
}
