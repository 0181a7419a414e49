import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { OpenApiDocument } from './openapi-document.ts';

const folder = resolve(import.meta.dirname, '../../../../shared/bigcommerce');

/** What answers may lack, by document. */
const optional = {
  segments: ['instance'],
  customers: [
    // Only if `include` asks for them.
    ...['addresses', 'attributes', 'form_fields', 'store_credit_amounts'],
    // The one or the other, depending on how the pages are asked for.
    ...['pagination', 'cursor_pagination', 'previous', 'next'],
    // Beside cursors it is in the schema, but not in the example.
    'current',
    // An empty page has nothing to point at.
    ...['start_cursor', 'end_cursor'],
  ],
  promotions: [
    // Only where a promotion has them.
    ...['segments', 'max_uses', 'end_date', 'shipping_address', 'schedule', 'condition'],
    ...['maximum_allowed_discount_amount', 'previous', 'next'],
  ],
};

const files = Object.keys(optional).map((name) => `${folder}/${name}.v3.yml`);

/** BigCommerce's documents are not part of the project: they may lie beside the checkout. */
export const areDocumentsHere = files.every((file) => existsSync(file));
if (!areDocumentsHere) {
  console.warn(`Skipped: ${folder} does not hold BigCommerce's OpenAPI documents`);
}

export type DocumentName = keyof typeof optional;

export function readDocument(name: DocumentName): OpenApiDocument {
  return new OpenApiDocument(`${folder}/${name}.v3.yml`, optional[name]);
}
