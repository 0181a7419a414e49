import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { OpenApiDocument } from './openapi-document.ts';

const folder = resolve(import.meta.dirname, '../../../../shared/bigcommerce');

/** Properties that a response may lack, by document. */
const optional = {
  segments: ['instance'],
  customers: [
    // Present only if `include` names them.
    ...['addresses', 'attributes', 'form_fields', 'store_credit_amounts'],
    // Pages by number have some of these, pages by cursor the others.
    ...['pagination', 'cursor_pagination', 'previous', 'next'],
    // For pages by cursor the schema has it and the example does not.
    'current',
    // An empty page has no cursors.
    ...['start_cursor', 'end_cursor'],
  ],
  promotions: [
    // Present only if the promotion has them.
    ...['segments', 'max_uses', 'end_date', 'shipping_address', 'schedule', 'condition'],
    ...['maximum_allowed_discount_amount', 'previous', 'next'],
  ],
};

const files = Object.keys(optional).map((name) => `${folder}/${name}.v3.yml`);

/** BigCommerce's documents are not part of this repository; the tests use a copy beside it. */
export const areDocumentsHere = files.every((file) => existsSync(file));
if (!areDocumentsHere) {
  console.warn(`Skipped: ${folder} does not hold BigCommerce's OpenAPI documents`);
}

export type DocumentName = keyof typeof optional;

export function readDocument(name: DocumentName): OpenApiDocument {
  return new OpenApiDocument(`${folder}/${name}.v3.yml`, optional[name]);
}
