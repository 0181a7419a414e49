import type { Page } from '@playwright/test';

/**
 * Does to the app's frame what browsers do when they translate a page: each text is taken out of
 * the document and two `<font>` elements take its place. Call it before the app is opened.
 * @returns a function that lists the texts that the app has changed since, but nobody sees
 */
export async function translatePage(page: Page): Promise<() => Promise<string[]>> {
  const unseen: string[] = [];
  await page.exposeFunction('reportUnseen', (text: string) => unseen.push(text));
  await page.addInitScript(() => {
    if (window.parent === window) return;
    const changes = new MutationObserver((records) => {
      for (const { target } of records) {
        if (!target.isConnected) Reflect.get(window, 'reportUnseen')(target.textContent);
      }
    });
    const translate = (text: Node) => {
      const parent = text.parentElement;
      if (!text.textContent?.trim() || parent?.closest('font,option,script,style,textarea')) return;
      const [outer, inner] = [document.createElement('font'), document.createElement('font')];
      inner.textContent = text.textContent;
      outer.append(inner);
      parent?.replaceChild(outer, text);
      changes.observe(text, { characterData: true });
    };
    const translateAll = (root: Node) => {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      const texts = [];
      for (let text = walker.nextNode(); text; text = walker.nextNode()) texts.push(text);
      texts.forEach(translate);
      if (root instanceof Text) translate(root);
    };
    const start = () => {
      // The app deletes this as soon as it handles events.
      if (!document.body || document.readyState === 'loading' || 'earlyInput' in window) {
        requestAnimationFrame(start);
        return;
      }
      translateAll(document.body);
      new MutationObserver((records) => {
        for (const { addedNodes } of records) for (const node of addedNodes) translateAll(node);
      }).observe(document.body, { childList: true, subtree: true });
    };
    start();
  });
  return async () => {
    // Two frames later, all changes have been reported.
    await page.evaluate(async () => {
      for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
    });
    return unseen;
  };
}
