'use client';

import { StatusPage } from '@/components/frame/status-page.tsx';

export default function ErrorPage() {
  return <StatusPage page="unexpected" reload />;
}
