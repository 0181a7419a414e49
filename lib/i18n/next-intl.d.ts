// Pages of callbacks have a catalog of their own, so that neither side carries the other's texts.
import type messages from './en.json';

declare module 'next-intl' {
  interface AppConfig {
    Messages: typeof messages;
  }
}
