// Pages of callbacks have their own catalog, so that neither they nor the app load unused texts.
import type messages from './en.json';

declare module 'next-intl' {
  interface AppConfig {
    Messages: typeof messages;
  }
}
