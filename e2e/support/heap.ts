import type { Page } from '@playwright/test';

/** What the scripts of the app's frame hold on to, in bytes. */
export async function heapOf(page: Page): Promise<number> {
  const context = page.context();
  const [frame] = page.mainFrame().childFrames();
  // A frame of another site may share the process of its page, or have one of its own.
  const session = await context
    .newCDPSession(frame ?? page)
    .catch(() => context.newCDPSession(page));
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize;
}
