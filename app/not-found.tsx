import { StatusPage } from '@/components/frame/status-page.tsx';

export default function NotFound() {
  return <StatusPage page="notFound" />;
}
