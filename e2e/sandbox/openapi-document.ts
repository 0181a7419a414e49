import { readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';
import { parse } from 'yaml';
import { z } from 'zod';

const reference = z.object({ $ref: z.string() });
const operationSchema = z.object({
  parameters: z
    .array(z.union([reference, z.object({ name: z.string(), in: z.string() })]))
    .default([]),
  responses: z.record(z.string(), z.unknown()),
});
const methods = ['get', 'post', 'put', 'delete'];

/** An OpenAPI document as a judge of requests and answers. */
export class OpenApiDocument {
  readonly #document: unknown;
  // The documents are OpenAPI 3.0, not pure JSON Schema, and some patterns are not Unicode ones.
  readonly #ajv = new Ajv({
    strict: false,
    allErrors: true,
    validateSchema: false,
    unicodeRegExp: false,
  });

  constructor(file: string) {
    this.#document = parse(readFileSync(file, 'utf8'));
    this.#ajv.addFormat('uuid', /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    this.#ajv.addFormat('date-time', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/);
    this.#ajv.addFormat('time', /^\d\d:\d\d:\d\d$/);
    for (const format of ['double', 'float']) this.#ajv.addFormat(format, true);
    this.#ajv.addFormat('int32', { type: 'number', validate: Number.isInteger });
    this.#ajv.addSchema(z.record(z.string(), z.unknown()).parse(this.#document), 'document');
  }

  /** Every operation, such as `get /segments`. */
  operations(): string[] {
    const paths = z
      .record(z.string(), z.record(z.string(), z.unknown()))
      .parse(this.#at(['paths']));
    return Object.entries(paths).flatMap(([path, item]) =>
      methods.filter((method) => method in item).map((method) => `${method} ${path}`),
    );
  }

  /** The names that an operation takes in its query. */
  queryParameters(operation: string): string[] {
    const { parameters } = operationSchema.parse(this.#at(operationKeys(operation)));
    return parameters.flatMap((parameter) => {
      const { name, in: place } = z
        .object({ name: z.string(), in: z.string() })
        .parse('$ref' in parameter ? this.#at(keysOf(parameter.$ref)) : parameter);
      return place === 'query' ? [name] : [];
    });
  }

  /** What is wrong with a request's body; empty if nothing is. */
  requestErrors(operation: string, body: unknown): string[] {
    return this.#errors([...operationKeys(operation), 'requestBody'], body);
  }

  /** What is wrong with an answer; an undocumented status is. */
  responseErrors(operation: string, status: number, body: unknown): string[] {
    const keys = [...operationKeys(operation), 'responses', String(status)];
    const response = this.#at(keys);
    if (response === undefined) return [`${status} is not documented`];
    if (status === 204) return [];
    const shared = reference.safeParse(response);
    return this.#errors(shared.success ? keysOf(shared.data.$ref) : keys, body);
  }

  #errors(keys: string[], body: unknown): string[] {
    const validate = this.#schema([...keys, 'content', 'application/json', 'schema']);
    validate(body);
    return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
  }

  #schema(keys: string[]): ValidateFunction {
    const pointer = keys.map((key) =>
      encodeURIComponent(key.replaceAll('~', '~0').replaceAll('/', '~1')),
    );
    return this.#ajv.compile({ $ref: `document#/${pointer.join('/')}` });
  }

  #at(keys: string[]): unknown {
    return keys.reduce<unknown>(
      (node, key) => z.record(z.string(), z.unknown()).catch({}).parse(node)[key],
      this.#document,
    );
  }
}

function operationKeys(operation: string): string[] {
  const [method = '', path = ''] = operation.split(' ');
  return ['paths', path, method];
}

function keysOf(pointer: string): string[] {
  return pointer.replace('#/', '').split('/');
}
