import { createTranslator } from 'next-intl';
import messages from '../../lib/i18n/en.json' with { type: 'json' };

/** What the screen says, from its own catalog. */
export const words = createTranslator({ locale: 'en', messages });
