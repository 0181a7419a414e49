/**
 * A base for errors that the process's own singletons throw. Next bundles routes and pages apart,
 * and the server around them has modules of its own, so that each has a class of its own of the
 * same name: `instanceof` goes by that name.
 */
export function sharedError(name: string) {
  return class SharedError extends Error {
    override name = name;

    static override [Symbol.hasInstance](value: unknown): boolean {
      return value instanceof Error && value.name === name;
    }
  };
}
