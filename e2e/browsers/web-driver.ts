/** The WebDriver commands that the tests use, with their HTTP paths below the session. */
export const commands = {
  Navigate: 'url',
  SwitchToFrame: 'frame',
  ExecuteScript: 'execute/sync',
  ElementClick: 'element/{id}/click',
  ElementSendKeys: 'element/{id}/value',
};

type Command = keyof typeof commands;

/** Sends WebDriver commands to a browser. */
export interface Driver {
  /** @param parameters as in the W3C standard, with the element's id as `id` */
  send(command: Command, parameters: Record<string, unknown>): Promise<unknown>;
}
