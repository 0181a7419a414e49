import 'server-only';

/**
 * One value per process and name. Next bundles routes, actions and instrumentation apart, so a
 * module's own variables can exist several times; `globalThis` exists once, also across reloads in
 * development.
 */
export function processSingleton<T>(name: string, create: () => T): T {
  globalThis.customerSegmentsSingletons ??= new Map();
  const registry = globalThis.customerSegmentsSingletons;
  if (!registry.has(name)) registry.set(name, create());
  // One name, one type: each name stands in one place of the source.
  return registry.get(name) as T;
}

declare global {
  var customerSegmentsSingletons: Map<string, unknown> | undefined;
}
