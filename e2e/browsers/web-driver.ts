/** The commands of the W3C's WebDriver that the tests use, and where over HTTP they are posted. */
export const commands = {
  Navigate: 'url',
  SwitchToFrame: 'frame',
  ExecuteScript: 'execute/sync',
  ElementClick: 'element/{id}/click',
  ElementSendKeys: 'element/{id}/value',
};

type Command = keyof typeof commands;

/** A browser that obeys WebDriver. */
export interface Driver {
  /** @param parameters the standard's own, and as `id` the element that is meant */
  send(command: Command, parameters: Record<string, unknown>): Promise<unknown>;
}
