/** A browser tab with the control panel in it, independent of what controls the browser. */
export interface Tab {
  goTo(url: string): Promise<void>;
  /** The page itself: the control panel. */
  readonly panel: Part;
  /** The document in the page's frame: the app. */
  readonly app: Part;
}

/** A document as its user operates it. Each method waits until its step is possible. */
export interface Part {
  press(role: 'link' | 'button' | 'menuitem', name: string): Promise<void>;
  /** Replaces the text in a field. */
  fill(role: 'textbox' | 'searchbox', name: string, text: string): Promise<void>;
  /** Runs the script in the document. @returns its result, a JSON value */
  evaluate(script: () => unknown): Promise<unknown>;
}
