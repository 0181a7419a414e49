import { createTranslator } from 'next-intl';
import messages from '../i18n/en-callback.json';
import type { CallbackPageName } from './callback-error.ts';

const translate = createTranslator({ locale: 'en', messages });

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** A short page without scripts, for a user whose callback can't go on to the app. */
export function callbackPage(
  page: CallbackPageName,
  { status, nonce, requestId }: { status: number; nonce: string; requestId: string },
): Response {
  const title = escapeHtml(translate(`pages.${page}.title`));
  const body = escapeHtml(translate(`pages.${page}.body`));
  const reference = escapeHtml(translate('reference', { id: requestId }));
  const html = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="icon" href="/icon.svg">
<style nonce="${escapeHtml(nonce)}">
body { margin: 0; background: #f6f7f9; color: #313440; font: 16px/1.5 "Source Sans 3", "Helvetica Neue", Arial, sans-serif; }
main { max-width: 34rem; margin: 10vh auto 0; padding: 2rem; background: #fff; border-radius: 4px; box-shadow: 0 1px 6px rgb(49 52 64 / 20%); }
h1 { margin: 0 0 .75rem; font-size: 1.5rem; font-weight: 400; line-height: 2rem; }
p { margin: 0; }
small { display: block; margin-top: 1.5rem; color: #5e637a; overflow-wrap: anywhere; }
</style>
</head>
<body><main><h1>${title}</h1><p>${body}</p><small>${reference}</small></main></body>
</html>
`;
  return new Response(html, {
    status,
    headers: { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'private, no-store' },
  });
}
