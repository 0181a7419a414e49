'use client';

import { StatusPage } from '@/components/shell/status-page.tsx';

export default function ErrorPage() {
  return <StatusPage page="unexpected" reload />;
}
