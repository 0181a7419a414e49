'use client';

import { css } from 'styled-components';

/** For text that stands alone: it takes its direction from its first letter, and stays at the left. */
export const ownDirection = css`
  text-align: left;
  unicode-bidi: plaintext;
`;
