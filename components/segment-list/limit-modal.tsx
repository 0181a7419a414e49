'use client';

import { Button, Text } from '@bigcommerce/big-design';
import { useTranslations } from 'next-intl';
import { SEGMENTS_PER_STORE } from '@/lib/limits/limits.ts';
import { ModalButtons, TaskModal } from '../ui/task-modal.tsx';

/** Says that the store can have no more segments, and what to do. */
export function LimitModal({ count, onClose }: { count: number; onClose: () => void }) {
  const t = useTranslations('segments.limit');
  return (
    <TaskModal header={t('title')} onClose={onClose}>
      <Text>{t('text', { limit: SEGMENTS_PER_STORE, count })}</Text>
      <ModalButtons>
        <Button mobileWidth="auto" onClick={onClose} type="button">
          {t('close')}
        </Button>
      </ModalButtons>
    </TaskModal>
  );
}
