'use client';

import { Modal } from '@bigcommerce/big-design';
import { theme } from '@bigcommerce/big-design-theme';
import { type ReactNode, useCallback } from 'react';
import { styled } from 'styled-components';

interface Props {
  header: string;
  onClose: () => void;
  children: ReactNode;
}

/**
 * A modal for one task. Its buttons are part of the children: BigDesign lets go of the focus as
 * soon as one of the modal's own buttons is pressed, even if the modal then stays open.
 */
export function TaskModal({ header, onClose, children }: Props) {
  const nameDialog = useCallback(
    (body: HTMLElement | null) => {
      // BigDesign puts the name on an element inside the dialog, where it has no effect.
      body?.closest('[role=dialog]')?.setAttribute('aria-label', header);
    },
    [header],
  );
  return (
    <Modal closeOnClickOutside={false} header={header} isOpen onClose={onClose}>
      <Body ref={nameDialog}>{children}</Body>
    </Modal>
  );
}

const Body = styled.div`
  overflow-wrap: anywhere;
  padding: 4px 4px ${theme.spacing.xLarge};
`;

/** The row of buttons that ends a modal. */
export const ModalButtons = styled.div`
  display: flex;
  flex-wrap: wrap;
  gap: ${theme.spacing.xSmall};
  justify-content: flex-end;
  margin-top: ${theme.spacing.xLarge};

  && > button {
    margin: 0;
  }
`;
