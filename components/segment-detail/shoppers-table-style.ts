'use client';

import { theme } from '@bigcommerce/big-design-theme';
import { styled } from 'styled-components';
import { stacked, Table } from '../ui/table-style.ts';

/** As wide as the panel beside it leaves room for. */
export const TableRoom = styled.div`
  container-type: inline-size;
`;

export const ShoppersTableStyle = styled(Table)`
  &[data-page-loading] tbody {
    opacity: 0.5;
  }

  td:nth-child(2) em {
    color: ${theme.colors.secondary60};
  }

  thead th:nth-child(2) {
    width: 15%;
  }

  thead th:nth-child(3) {
    width: 25%;
  }

  thead th:nth-child(4) {
    width: 12%;
  }

  thead th:nth-child(6) {
    width: 7rem;
  }

  @container (max-width: 719px) {
    ${stacked(5)}

    /* Without columns, only the first heading names what is below it. */
    thead th:nth-child(n + 3) {
      border: 0;
      clip-path: inset(50%);
      height: 1px;
      overflow: hidden;
      padding: 0;
      position: absolute;
      width: 1px;
    }

    td:nth-child(n + 3) {
      color: ${theme.colors.secondary60};
    }

    td:empty {
      display: none;
    }

    ${theme.breakpoints.tablet} {
      :is(tbody, thead) > tr > :first-child {
        padding-left: ${theme.spacing.xLarge};
      }
    }
  }
`;
