/**
 * A base for errors that singletons of the process throw. Next bundles routes and pages separately,
 * and the server has its own modules, so several copies of an error's class exist. `instanceof`
 * compares their names.
 */
export function sharedError(name: string) {
  return class SharedError extends Error {
    override name = name;

    static override [Symbol.hasInstance](value: unknown): boolean {
      return value instanceof Error && value.name === name;
    }
  };
}
