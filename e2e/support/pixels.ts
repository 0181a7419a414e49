import type { Locator, Page } from '@playwright/test';

/** How many pixels around an element are part of its picture: a focus is drawn outside of it. */
const margin = 5;
/** The contrast that WCAG 1.4.11 asks of controls and their states. */
const enough = 3;

/** Measures on a blank page what can be seen in pictures of another. */
export class Pixels {
  readonly #page: Page;
  readonly #bench: Page;

  /** @param bench a page without a Content-Security-Policy */
  constructor(page: Page, bench: Page) {
    this.#page = page;
    this.#bench = bench;
  }

  /** A picture of an element and what is close around it; undefined if it is out of sight. */
  async picture(element: Locator): Promise<string | undefined> {
    const box = await element.boundingBox();
    const view = this.#page.viewportSize();
    if (!box || !view) return undefined;
    const x = Math.max(0, Math.floor(box.x) - margin);
    const y = Math.max(0, Math.floor(box.y) - margin);
    const width = Math.min(view.width - x, Math.ceil(box.width) + 2 * margin);
    const height = Math.min(view.height - y, Math.ceil(box.height) + 2 * margin);
    if (width <= 0 || height <= 0) return undefined;
    const bytes = await this.#page.screenshot({ clip: { x, y, width, height } });
    return bytes.toString('base64');
  }

  /** How many pixels stand out from the commonest color. */
  ink(picture: string): Promise<number> {
    return this.#count(picture, undefined);
  }

  /** How many pixels of two pictures of one size differ clearly. */
  difference(before: string, after: string): Promise<number> {
    return this.#count(before, after);
  }

  #count(first: string, second: string | undefined): Promise<number> {
    return this.#bench.evaluate(
      async ({ pictures, contrast }) => {
        const luminance = (data: Uint8ClampedArray, at: number) => {
          const [red = 0, green = 0, blue = 0] = [0, 1, 2].map((channel) => {
            const value = (data[at + channel] ?? 0) / 255;
            return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
          });
          return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
        };
        const luminances = await Promise.all(
          pictures.map(async (picture) => {
            const bytes = Uint8Array.from(atob(picture), (character) => character.charCodeAt(0));
            const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
            const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
            context?.drawImage(image, 0, 0);
            const data = context?.getImageData(0, 0, image.width, image.height).data;
            return Array.from({ length: image.width * image.height }, (_, pixel) =>
              data ? luminance(data, pixel * 4) : 0,
            );
          }),
        );
        const [before = [], after] = luminances;
        const counts = new Map<number, number>();
        for (const value of before) counts.set(value, (counts.get(value) ?? 0) + 1);
        const [ground = 0] = [...counts].toSorted((a, b) => b[1] - a[1])[0] ?? [];
        return before.filter((value, pixel) => {
          const other = after ? (after[pixel] ?? 0) : ground;
          const [low, high] = value < other ? [value, other] : [other, value];
          return (high + 0.05) / (low + 0.05) >= contrast;
        }).length;
      },
      { pictures: second === undefined ? [first] : [first, second], contrast: enough },
    );
  }
}
