'use client';

import { styled } from 'styled-components';
import { stacked, Table } from '../table/table-style.ts';

export const SegmentsTable = styled(Table)`
  thead th:nth-child(2) {
    width: 32%;
  }

  thead th:nth-child(4) {
    width: 9.5rem;
  }

  @media (max-width: 719px) {
    ${stacked(3)}
  }
`;
