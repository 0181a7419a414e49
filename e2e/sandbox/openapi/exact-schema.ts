import { z } from 'zod';

const node = z.record(z.string(), z.unknown());
const branches = ['oneOf', 'anyOf', 'allOf'];

interface Exactness {
  /** Properties that may be missing; all others are required. */
  readonly optional: 'all' | ReadonlySet<string>;
  /** Resolves a `$ref` to a part of the document. */
  readonly find: (reference: string) => unknown;
}

/**
 * Returns the schema with every property required and no others allowed. BigCommerce's documents
 * state neither for most schemas, so an empty object would match any response.
 */
export function exact(schema: unknown, exactness: Exactness): unknown {
  return close(schema, exactness, false);
}

/** @param isPart whether an enclosing schema describes the same object and is closed for both */
function close(schema: unknown, exactness: Exactness, isPart: boolean): unknown {
  if (Array.isArray(schema)) return schema.map((item) => close(item, exactness, isPart));
  const { success, data } = node.safeParse(schema);
  if (!success) return schema;
  // A part must stay open to the properties of the other parts, so its `$ref` is inlined.
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
