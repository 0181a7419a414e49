import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Frame, Page } from '@playwright/test';
import type axe from 'axe-core';

const script = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

declare global {
  interface Window {
    axe?: typeof axe;
  }
}

/**
 * What axe objects to in one document, without the frames in it.
 * @returns the name of each broken rule, with the HTML of what breaks it
 */
export async function violationsIn(
  document: Frame | Page,
  tags: readonly string[] = rules,
): Promise<[rule: string, html: string[]][]> {
  if (!(await document.evaluate(() => window.axe !== undefined))) {
    await document.evaluate(script);
  }
  const found = await document.evaluate(
    (values) =>
      window.axe?.run({
        runOnly: { type: 'tag', values },
        // Without this, describing the nodes that pass would take a quarter of the time.
        resultTypes: ['violations'],
        iframes: false,
      }),
    [...tags],
  );
  if (!found) throw new Error('axe was not loaded');
  return found.violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
}

/** The document of the app in the control panel. */
export function appFrame(page: Page): Frame {
  const [frame, ...others] = page.mainFrame().childFrames();
  if (!frame || others.length > 0) throw new Error('the page has not exactly one frame');
  return frame;
}
