'use client';

import { styled } from 'styled-components';
import { stacked, Table } from '../ui/table-style.ts';

/** `$shoppers`: the heading of that column, shown in each row where the table is narrow. */
export const SegmentsTable = styled(Table)<{ $shoppers: string }>`
  thead th:nth-child(2) {
    width: 28%;
  }

  thead th:nth-child(4) {
    width: 6.5rem;
  }

  thead th:nth-child(5) {
    width: 9.5rem;
  }

  td:nth-child(4) {
    font-variant-numeric: tabular-nums;
  }

  button[data-count-again]::before {
    content: none;
  }

  @media (max-width: 719px) {
    ${stacked(4)}

    /* Keeps a row as high as it is with a number. */
    button[data-count-again] {
      margin-block: -6px;
    }

    tr:not([data-skeleton]) > td:nth-child(4)::before {
      content: ${({ $shoppers }) => JSON.stringify(`${$shoppers}: `)};
    }
  }
`;
