/** A module that is loaded when it is first needed. */
export interface LazyCode<Code> {
  /** Gives the module; undefined until it is loaded. */
  loaded: (() => Code) | undefined;
  /** Loads the module unless it is loaded. Tries again after a failure. */
  load: () => Promise<void>;
}

export function lazyCode<Code>(importCode: () => Promise<Code>): LazyCode<Code> {
  const lazy: LazyCode<Code> = {
    loaded: undefined,
    load: async () => {
      const code = await importCode();
      lazy.loaded ??= () => code;
    },
  };
  return lazy;
}

/** Loads modules that are likely to be needed. A failure shows when they are needed. */
export function preload(...codes: readonly LazyCode<unknown>[]): void {
  for (const { load } of codes) load().catch(() => {});
}
