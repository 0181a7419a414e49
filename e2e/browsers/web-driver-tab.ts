import { expect } from '@playwright/test';
import { z } from 'zod';
import type { Part, Tab } from './tab.ts';
import type { Driver } from './web-driver.ts';

const elements = {
  link: 'a[href]',
  button: 'button',
  menuitem: '[role=menuitem]',
  textbox: 'input, textarea',
  searchbox: 'input[type=search]',
};

const selectAll = `${process.platform === 'darwin' ? '\uE03D' : '\uE009'}a`;
/** The property in which WebDriver returns an element's id. */
const elementKey = 'element-6066-11e4-a52e-4f735466cecf';
const foundElement = z.object({ [elementKey]: z.string() });

/** A tab in a browser that WebDriver controls. */
export class WebDriverTab implements Tab {
  readonly panel: Part;
  readonly app: Part;
  readonly #driver: Driver;

  constructor(driver: Driver) {
    this.#driver = driver;
    this.panel = new WebDriverPart(driver, []);
    this.app = new WebDriverPart(driver, [0]);
  }

  async goTo(url: string): Promise<void> {
    await this.#driver.send('SwitchToFrame', { id: null });
    await this.#driver.send('Navigate', { url });
  }
}

class WebDriverPart implements Part {
  readonly #driver: Driver;
  readonly #frames: readonly number[];

  constructor(driver: Driver, frames: readonly number[]) {
    this.#driver = driver;
    this.#frames = frames;
  }

  async press(role: 'link' | 'button' | 'menuitem', name: string): Promise<void> {
    await retried(async () => {
      const id = await this.#find(role, name);
      await this.#driver.send('ElementClick', { id });
    });
  }

  async fill(role: 'textbox' | 'searchbox', name: string, text: string): Promise<void> {
    await retried(async () => {
      const id = await this.#find(role, name);
      await this.#driver.send('ElementSendKeys', { id, text: selectAll });
      await this.#driver.send('ElementSendKeys', { id, text });
    });
  }

  async evaluate(script: () => unknown): Promise<unknown> {
    let value: unknown;
    await retried(async () => {
      value = await this.#run(script);
    });
    return value;
  }

  async #find(role: keyof typeof elements, name: string): Promise<string> {
    const found = await this.#run(visibleElement, elements[role], name);
    if (found === null) throw new Error(`no ${role} with the name ${name}`);
    return foundElement.parse(found)[elementKey];
  }

  async #run<A extends unknown[]>(script: (...args: A) => unknown, ...args: A): Promise<unknown> {
    await this.#driver.send('SwitchToFrame', { id: null });
    for (const id of this.#frames) await this.#driver.send('SwitchToFrame', { id });
    return this.#driver.send('ExecuteScript', { script: `return (${script})(...arguments)`, args });
  }
}

/** Retries a failing step for up to ten seconds, because pages change in the meantime. */
async function retried(step: () => Promise<void>): Promise<void> {
  await expect(step).toPass({ timeout: 10_000, intervals: [50] });
}

/** Runs in the page. Finds the first visible element with this accessible name. */
function visibleElement(selector: string, name: string): Element | null {
  const isMeant = (element: HTMLElement) => {
    const label = element instanceof HTMLInputElement ? element.labels?.[0] : undefined;
    const says = element.ariaLabel ?? (label ?? element).textContent;
    return says.trim().replace(/\s+/g, ' ') === name && element.checkVisibility();
  };
  return [...document.querySelectorAll<HTMLElement>(selector)].find(isMeant) ?? null;
}
