import type { FrameLocator, Locator } from '@playwright/test';
import { AppScreen } from './app-screen-object.ts';

/** The screen of one customer, with the checklist of segments. */
export class CustomerScreen extends AppScreen {
  readonly list: Locator;
  /** The checkboxes of all segments on the page, from top to bottom. */
  readonly boxes: Locator;
  readonly search: Locator;
  readonly back: Locator;

  constructor(frame: FrameLocator) {
    super(frame);
    this.list = frame.getByRole('list', { name: 'Segments of the store' });
    this.boxes = this.list.getByRole('checkbox');
    this.search = frame.getByRole('searchbox', { name: 'Search segments' });
    this.back = this.link('Customer segments');
  }

  /** The checkbox of a segment. */
  box(name: string): Locator {
    return this.list.getByRole('checkbox', { name, exact: true });
  }

  /** A live region that announces this text. */
  status(text: string): Locator {
    return this.frame.getByRole('status').filter({ hasText: text });
  }
}
