import 'server-only';

/**
 * One value per process and name. Next bundles routes, actions and instrumentation separately, so a
 * module's variables can exist several times. `globalThis` exists once and survives reloads in
 * development.
 */
export function processSingleton<T>(name: string, create: () => T): T {
  globalThis.customerSegmentsSingletons ??= new Map();
  const registry = globalThis.customerSegmentsSingletons;
  if (!registry.has(name)) registry.set(name, create());
  // Each name is used in only one place of the source, so it has only one type.
  return registry.get(name) as T;
}

declare global {
  var customerSegmentsSingletons: Map<string, unknown> | undefined;
}
