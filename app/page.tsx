import { StatusPage } from '@/components/shell/status-page.tsx';

/** The app has no front page: it opens inside the control panel. */
export default function Home() {
  return <StatusPage page="home" />;
}
