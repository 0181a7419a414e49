import { createTranslator } from 'next-intl';
import messages from '../../lib/i18n/en.json' with { type: 'json' };

/** The app's English texts, as its screens show them. */
export const uiText = createTranslator({ locale: 'en', messages });
