import { StatusPage } from '@/components/shell/status-page.tsx';

export default function NotFound() {
  return <StatusPage page="notFound" />;
}
