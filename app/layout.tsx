// The pages for errors and the screens share its parts, which the root loads once for both.
import '@/components/shell/status-page.tsx';
import '@fontsource/source-sans-3/400.css';
import '@fontsource/source-sans-3/600.css';
import './fallback-font.css';
import type { Metadata } from 'next';
import { headers } from 'next/headers';
import type { ReactNode } from 'react';
import { headScript } from '@/components/shell/head-script.ts';
import { Providers } from '@/components/shell/providers.tsx';
import messages from '@/lib/i18n/en.json';
import { requestHeaders } from '@/lib/server/request-context.ts';

export const metadata: Metadata = {
  title: messages.segments.title,
  robots: { index: false, follow: false },
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const nonce = (await headers()).get(requestHeaders.nonce) ?? undefined;
  return (
    <html lang="en">
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: a constant; see headScript */}
      <head dangerouslySetInnerHTML={headScript(nonce ?? '')} suppressHydrationWarning />
      <body>
        <Providers nonce={nonce}>{children}</Providers>
      </body>
    </html>
  );
}
