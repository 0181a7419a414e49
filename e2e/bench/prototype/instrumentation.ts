/** Does nothing. Without this file Next would run the app's own, which needs a configuration. */
export function register(): void {}
