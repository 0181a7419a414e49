import { z } from 'zod';

const node = z.record(z.string(), z.unknown());
const branches = ['oneOf', 'anyOf', 'allOf'];

interface Exactness {
  /** Properties that may be missing; all others must be there. */
  readonly optional: 'all' | ReadonlySet<string>;
  /** The part of the document that a `$ref` leads to. */
  readonly find: (reference: string) => unknown;
}

/**
 * A schema that forbids what it does not mention, and demands what it does. BigCommerce's documents
 * mostly say neither, so that they would take an empty object for any answer.
 */
export function exact(schema: unknown, exactness: Exactness): unknown {
  return close(schema, exactness, false);
}

/** @param isPart whether another schema speaks about the same object and closes it */
function close(schema: unknown, exactness: Exactness, isPart: boolean): unknown {
  if (Array.isArray(schema)) return schema.map((item) => close(item, exactness, isPart));
  const { success, data } = node.safeParse(schema);
  if (!success) return schema;
  // What is closed on its own must be open where it is a part of something else.
  if (typeof data.$ref === 'string') {
    return isPart ? close(exactness.find(data.$ref), exactness, true) : data;
  }
  const names = Object.keys(node.catch({}).parse(data.properties));
  const isObject = names.length > 0 || 'allOf' in data;
  const closed = Object.entries(data).map(([key, value]) => {
    if (branches.includes(key)) return [key, close(value, exactness, isPart || isObject)];
    if (key === 'items') return [key, close(value, exactness, false)];
    return [key, key === 'properties' ? closeEach(value, exactness) : value];
  });
  return {
    ...Object.fromEntries(closed),
    ...(exactness.optional !== 'all' && {
      required: demanded(data.required, names, exactness.optional),
    }),
    ...(isObject && !isPart && { unevaluatedProperties: false }),
  };
}

function closeEach(properties: unknown, exactness: Exactness): unknown {
  const closed = Object.entries(node.parse(properties)).map(([name, schema]) => [
    name,
    close(schema, exactness, false),
  ]);
  return Object.fromEntries(closed);
}

function demanded(
  documented: unknown,
  names: readonly string[],
  optional: ReadonlySet<string>,
): string[] {
  const known = z.array(z.string()).catch([]).parse(documented);
  return [...new Set([...known, ...names.filter((name) => !optional.has(name))])];
}
