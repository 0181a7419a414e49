/** The fields selected at one level of a document, each with its argument and its subfields. */
export type Selection = ReadonlyMap<string, Field>;

interface Field {
  /** The name of the variable passed as the argument `input`. */
  readonly input: string | undefined;
  readonly fields: Selection | undefined;
}

export interface Operation {
  readonly type: 'query' | 'mutation';
  readonly fields: Selection;
}

export class GraphqlError extends Error {}

const token = /[{}]|\$?\w+|\S/g;

/**
 * Parses the small part of GraphQL that the app uses: one operation with plain fields, and
 * variables only as values of `input`.
 * @throws {GraphqlError}
 */
export function readOperation(document: string): Operation {
  const tokens = (document.match(token) ?? []).filter((text) => text !== ',')[Symbol.iterator]();
  const start = document.indexOf('{');
  const head = start === -1 ? '' : document.slice(0, start).trim();
  const type = /^(query|mutation|$)/.exec(head)?.[1];
  if (type === undefined) throw new GraphqlError('Syntax error: expected an operation');
  for (const text of tokens) if (text === '{') break;
  const fields = readFields(tokens);
  if (!tokens.next().done) throw new GraphqlError('Syntax error: expected one operation');
  return { type: type === 'mutation' ? 'mutation' : 'query', fields };
}

/** Reads up to the brace that closes the current selection. */
function readFields(tokens: Iterator<string, unknown>): Selection {
  const fields = new Map<string, Field>();
  let name = '';
  for (let next = tokens.next(); !next.done; next = tokens.next()) {
    const text = next.value;
    if (text === '}') return fields;
    const field = fields.get(name);
    if (text === '{' && field) fields.set(name, { ...field, fields: readFields(tokens) });
    else if (text === '(' && field) fields.set(name, { ...field, input: readInput(tokens) });
    else if (/^\w+$/.test(text)) fields.set(text, { input: undefined, fields: undefined });
    else throw new GraphqlError(`Syntax error: unexpected "${text}"`);
    if (/^\w+$/.test(text)) name = text;
  }
  throw new GraphqlError('Syntax error: expected "}"');
}

function readInput(tokens: Iterator<string, unknown>): string {
  const [name, colon, variable, end] = Array.from({ length: 4 }, () => tokens.next().value);
  if (name === 'input' && colon === ':' && end === ')' && typeof variable === 'string') {
    if (variable.startsWith('$')) return variable.slice(1);
  }
  throw new GraphqlError('Syntax error: expected (input: $variable)');
}

/**
 * Reduces a value to the selected fields.
 * @param value plain data; functions in it are called with the variable given as `input`
 * @throws {GraphqlError} for fields that do not exist
 */
export function select(
  value: unknown,
  fields: Selection | undefined,
  variables: Readonly<Record<string, unknown>>,
): unknown {
  if (Array.isArray(value)) return value.map((item) => select(item, fields, variables));
  if (typeof value !== 'object' || value === null) return value;
  if (!fields) throw new GraphqlError('A field of an object type needs a selection of subfields');
  const properties = new Map(Object.entries(value));
  return Object.fromEntries(
    [...fields].map(([name, field]) => {
      if (!properties.has(name)) throw new GraphqlError(`Cannot query field "${name}"`);
      const property: unknown = properties.get(name);
      const found =
        typeof property === 'function' ? property(variables[field.input ?? '']) : property;
      return [name, select(found, field.fields, variables)];
    }),
  );
}
