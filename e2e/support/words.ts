import { createTranslator } from 'next-intl';
import messages from '../../components/messages/en.json' with { type: 'json' };

/** What the screen says, from its own catalog. */
export const words = createTranslator({ locale: 'en', messages });
