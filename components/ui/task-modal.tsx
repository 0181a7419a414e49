'use client';

import { Modal } from '@bigcommerce/big-design';
import { theme } from '@bigcommerce/big-design-theme';
import { type KeyboardEvent, type ReactNode, useCallback } from 'react';
import { styled } from 'styled-components';

interface Props {
  header: string;
  onClose: () => void;
  children: ReactNode;
}

/**
 * BigDesign's Modal, for one task. Its buttons belong to the children, because BigDesign stops
 * keeping the focus inside as soon as one of the modal's `actions` is pressed, even if the modal
 * stays open.
 */
export function TaskModal({ header, onClose, children }: Props) {
  const nameDialog = useCallback(
    (body: HTMLElement | null) => {
      // BigDesign puts the name on an element inside the dialog, where it means nothing.
      body?.closest('[role=dialog]')?.setAttribute('aria-label', header);
    },
    [header],
  );
  return (
    <Modal closeOnClickOutside={false} header={header} isOpen onClose={onClose}>
      <Body onKeyDown={keepFromModal} ref={nameDialog}>
        {children}
      </Body>
    </Modal>
  );
}

/**
 * While the user composes text, as for Japanese, Escape only cancels that. BigDesign would close the
 * modal and stop keeping the focus in it.
 */
function keepFromModal(event: KeyboardEvent): void {
  const { isComposing, keyCode } = event.nativeEvent;
  // Safari ends the composition first, and marks its key with this code.
  if (isComposing || keyCode === 229) event.stopPropagation();
}

const Body = styled.div`
  overflow-wrap: anywhere;
  padding: 4px 4px ${theme.spacing.xLarge};
`;

/** The buttons at the end of a modal. */
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
