import type { Page } from '@playwright/test';

/** The size of the heap of the app's frame after a garbage collection, in bytes. */
export async function heapOf(page: Page): Promise<number> {
  const context = page.context();
  const [frame] = page.mainFrame().childFrames();
  // Only a frame with a process of its own has a CDP session of its own.
  const session = await context
    .newCDPSession(frame ?? page)
    .catch(() => context.newCDPSession(page));
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize;
}
