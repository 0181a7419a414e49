import { readFileSync } from 'node:fs';
import { Ajv2019, type ValidateFunction } from 'ajv/dist/2019.js';
import { parse } from 'yaml';
import { z } from 'zod';
import { exact } from './exact-schema.ts';

const node = z.record(z.string(), z.unknown()).catch({});
const reference = z.object({ $ref: z.string() });
const parameterSchema = z.object({
  name: z.string(),
  in: z.enum(['query', 'path', 'header']),
  required: z.boolean().default(false),
  schema: z.unknown(),
});
const methods = ['get', 'post', 'put', 'delete'];

export interface CheckedRequest {
  readonly method: string;
  /** Path and query, starting with the API's version: `/v3/segments?page=1`. */
  readonly path: string;
  /** Names are in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** Undefined or null if there is none. */
  readonly body?: unknown;
}

/** Validates requests and responses against an OpenAPI document. */
export class OpenApiDocument {
  readonly #document: unknown;
  readonly #optional: ReadonlySet<string>;
  // The documents are OpenAPI 3.0, not pure JSON Schema, and some patterns are not Unicode ones.
  readonly #bodies = new Ajv2019({
    strict: false,
    allErrors: true,
    validateSchema: false,
    unicodeRegExp: false,
  });
  // Query values are text, hence the coercion. The documents' example times break their own format.
  readonly #queries = new Ajv2019({ strict: false, coerceTypes: true, validateFormats: false });

  readonly #validators = new Map<string, ValidateFunction>();

  /** @param optional properties that a response may lack; all others are required */
  constructor(file: string, optional: readonly string[]) {
    this.#document = parse(readFileSync(file, 'utf8'));
    this.#optional = new Set(optional);
    this.#bodies.addFormat('uuid', /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    this.#bodies.addFormat(
      'date-time',
      /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/,
    );
    this.#bodies.addFormat('time', /^\d\d:\d\d:\d\d$/);
    for (const format of ['double', 'float']) this.#bodies.addFormat(format, true);
    this.#bodies.addFormat('int32', { type: 'number', validate: Number.isInteger });
  }

  /** All operations, each as method and path template: `get /segments`. */
  operations(): string[] {
    return Object.entries(node.parse(this.#at(['paths']))).flatMap(([path, item]) =>
      methods.filter((method) => method in node.parse(item)).map((method) => `${method} ${path}`),
    );
  }

  /** The operation that matches a request. */
  operationOf(request: Pick<CheckedRequest, 'method' | 'path'>): string | undefined {
    return this.operations().find((operation) => isFor(operation, request));
  }

  /** One message for each error in the method, path, query, headers or body of a request. */
  requestErrors(request: CheckedRequest): string[] {
    const operation = this.operationOf(request);
    if (operation === undefined) return [`${request.method} ${request.path} is not documented`];
    const keys = [...operationKeys(operation), 'requestBody'];
    const { body } = request;
    const isDocumented = this.#at(keys) !== undefined;
    return [
      ...this.#parameterErrors(operation, request),
      ...(isDocumented ? this.#bodyErrors(keys, body, 'all') : []),
      ...(!isDocumented && body != null ? ['no body is documented'] : []),
    ];
  }

  /** One message for each error in a response. An undocumented status is an error. */
  responseErrors(operation: string, status: number, body: unknown): string[] {
    const keys = [...operationKeys(operation), 'responses', String(status)];
    if (this.#at(keys) === undefined) return [`${status} is not documented`];
    return status === 204 ? [] : this.#bodyErrors(keys, body, this.#optional);
  }

  #parameterErrors(operation: string, { path, headers }: CheckedRequest): string[] {
    const keys = operationKeys(operation);
    const parameters = [keys.slice(0, -1), keys]
      .flatMap((owner) => z.array(z.unknown()).parse(this.#at([...owner, 'parameters']) ?? []))
      .map((parameter) => parameterSchema.parse(this.#resolved(parameter)));
    const missing = parameters.filter(
      ({ name, in: place, required }) =>
        place === 'header' && required && !(name.toLowerCase() in headers),
    );
    const wrong = [...new URLSearchParams(path.split('?')[1])].filter(
      ([name, value]) =>
        !parameters.some(
          (parameter) =>
            parameter.in === 'query' && parameter.name === name && this.#takes(parameter, value),
        ),
    );
    return [
      ...missing.map(({ name }) => `the header ${name} is missing`),
      ...wrong.map(([name, value]) => `${name}=${value} is not documented`),
    ];
  }

  #takes({ schema }: z.infer<typeof parameterSchema>, text: string): boolean {
    const value = node.parse(schema).type === 'array' ? text.split(',') : text;
    return this.#queries.validate({ properties: { value: schema } }, { value });
  }

  #bodyErrors(keys: string[], body: unknown, optional: 'all' | ReadonlySet<string>): string[] {
    const name = keys.join(' ');
    const validate = this.#validators.get(name) ?? this.#compile(keys, optional);
    this.#validators.set(name, validate);
    validate(body);
    return (validate.errors ?? []).map(({ instancePath, message, params }) =>
      [instancePath, message, params.unevaluatedProperty].filter(Boolean).join(' '),
    );
  }

  #compile(keys: string[], optional: 'all' | ReadonlySet<string>): ValidateFunction {
    const find = (pointer: string) => this.#at(keysOf(pointer));
    const { content } = node.parse(this.#resolved(this.#at(keys)));
    const schema = exact(at(content, ['application/json', 'schema']), { optional, find });
    const shared = Object.entries(node.parse(this.#at(['components', 'schemas']))).map(
      ([name, component]) => [name, exact(component, { optional, find })],
    );
    const components = { schemas: Object.fromEntries(shared) };
    return this.#bodies.compile({ components, allOf: [schema] });
  }

  #resolved(value: unknown): unknown {
    const shared = reference.safeParse(value);
    return shared.success ? this.#at(keysOf(shared.data.$ref)) : value;
  }

  #at(keys: string[]): unknown {
    return at(this.#document, keys);
  }
}

function at(tree: unknown, keys: string[]): unknown {
  return keys.reduce<unknown>((branch, key) => node.parse(branch)[key], tree);
}

function isFor(
  operation: string,
  { method, path }: Pick<CheckedRequest, 'method' | 'path'>,
): boolean {
  const [itsMethod, template = ''] = operation.split(' ');
  const pattern = new RegExp(`^/v3${template.replace(/\{\w+\}/g, '[^/]+')}$`);
  return itsMethod === method.toLowerCase() && pattern.test(path.split('?')[0] ?? '');
}

function operationKeys(operation: string): string[] {
  const [method = '', path = ''] = operation.split(' ');
  return ['paths', path, method];
}

function keysOf(pointer: string): string[] {
  return pointer.replace('#/', '').split('/');
}
