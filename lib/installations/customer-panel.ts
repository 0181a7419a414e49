import 'server-only';
import {
  type AppExtension,
  type AppExtensionSettings,
  createAppExtension,
  deleteAppExtension,
  listAppExtensions,
  updateAppExtension,
} from '../bigcommerce/app-extensions.ts';
import type { Connection } from '../bigcommerce/client/connection.ts';
import type { Logger } from '../log.ts';
import { oneAtATime } from '../process/one-at-a-time.ts';
import { screens } from '../screens/screens.ts';

/** Optional: without this scope the control panel's list of customers does not link to the app. */
export const CUSTOMER_PANEL_SCOPE = 'store_app_extensions_manage';

/** "Segments" in the languages of the control panel, for the menu of a customer. */
const translations: Readonly<Record<string, string>> = {
  'cs-CZ': 'Segmenty',
  'da-DK': 'Segmenter',
  'de-DE': 'Segmente',
  'es-ES': 'Segmentos',
  'es-MX': 'Segmentos',
  'fr-FR': 'Segments',
  'it-IT': 'Segmenti',
  'ja-JP': 'セグメント',
  'ko-KR': '세그먼트',
  'nb-NO': 'Segmenter',
  'nl-NL': 'Segmenten',
  'pl-PL': 'Segmenty',
  'pt-BR': 'Segmentos',
  'sv-SE': 'Segment',
  'uk-UA': 'Сегменти',
  'zh-CN': '客户细分',
};

/** A panel beside the control panel's list of customers that shows the app's customer screen. */
const panel: AppExtensionSettings = {
  context: 'PANEL',
  model: 'CUSTOMERS',
  url: screens.customer.path(`\${id}`),
  label: {
    defaultValue: 'Segments',
    locales: Object.entries(translations).map(([localeCode, value]) => ({ localeCode, value })),
  },
};

/**
 * Registers the app's panel in the control panel, exactly once and with the current settings,
 * whatever an earlier installation has left. A failure is only logged, because the app works
 * without the panel.
 */
export async function addCustomerPanel(connection: Connection, log: Logger): Promise<void> {
  const { storeHash, requestId } = connection;
  try {
    await oneAtATime(`customer panel ${storeHash}`, () => registerOnce(connection));
  } catch (err) {
    log.warn({ requestId, storeHash, err }, 'the customer panel could not be registered');
  }
}

async function registerOnce(connection: Connection): Promise<void> {
  const ours = (await listAppExtensions(connection)).filter(
    ({ model, url }) => model === panel.model && url === panel.url,
  );
  const [kept = ours[0]] = ours.filter(isAsMeant);
  if (!kept) await createAppExtension(connection, panel);
  else if (!isAsMeant(kept)) await updateAppExtension(connection, kept.id, panel);
  for (const { id } of ours) {
    if (id !== kept?.id) await deleteAppExtension(connection, id);
  }
}

/** BigCommerce does not promise to keep the order of the locales. */
function isAsMeant({ context, label }: AppExtension): boolean {
  const values = new Map(label.locales.map(({ localeCode, value }) => [localeCode, value]));
  return (
    context === panel.context &&
    label.defaultValue === panel.label.defaultValue &&
    values.size === panel.label.locales.length &&
    panel.label.locales.every(({ localeCode, value }) => values.get(localeCode) === value)
  );
}
