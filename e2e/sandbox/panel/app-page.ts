import { html } from 'hono/html';
import { type Html, panelPage, type View } from './layout.ts';

/** The page that shows the app in a frame inside the control panel. */
export function appPage(view: View, frameUrl: string): Html {
  return panelPage(
    view,
    'Customer Segments',
    html`<iframe class="app-frame" title="Customer Segments" src="${frameUrl}" data-origin="${new URL(frameUrl).origin}"></iframe>`,
  );
}
