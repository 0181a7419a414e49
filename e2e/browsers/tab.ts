/** A browser's window with a page in it, whatever drives the browser. */
export interface Tab {
  goTo(url: string): Promise<void>;
  /** The page itself. */
  readonly panel: Part;
  /** What it shows in its frame. */
  readonly app: Part;
}

/** A document, as its user meets it. Everything waits until it can be done. */
export interface Part {
  press(role: 'link' | 'button' | 'menuitem', name: string): Promise<void>;
  /** Replaces what is in a field. */
  fill(role: 'textbox' | 'searchbox', name: string, text: string): Promise<void>;
  /** @returns what the script, which runs in the document, returns: a JSON value */
  evaluate(script: () => unknown): Promise<unknown>;
}
