/** Starts nothing. Without this file Next takes the app's own, which asks for a configuration. */
export function register(): void {}
