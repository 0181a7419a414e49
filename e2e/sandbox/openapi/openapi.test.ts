import { beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type StoreApi, sandboxForTests } from '../../support/test-sandbox.ts';
import { auroraHash } from '../seed/stores.ts';
import { areDocumentsHere, type DocumentName, readDocument } from './documents.ts';

const listed = z.object({ data: z.array(z.record(z.string(), z.unknown())), meta: z.unknown() });
const isJson = { accept: 'application/json', 'content-type': 'application/json' };

describe.skipIf(!areDocumentsHere)(
  "the sandbox agrees with BigCommerce's OpenAPI documents",
  () => {
    const sandbox = sandboxForTests();

    let api: StoreApi;
    let checked: Set<string>;
    let segmentId: string;
    let memberId: string;
    let otherProfileId: string;

    beforeEach(async () => {
      api = await sandbox.api(auroraHash);
      checked = new Set();
      const { members, profiles } = await sandbox.control.shoppers(auroraHash);
      const [[id = '', inside = []] = []] = Object.entries(members);
      segmentId = id;
      memberId = inside[0] ?? '';
      otherProfileId = profiles.find((profile) => !inside.includes(profile.id))?.id ?? '';
    });

    /** Sends requests, and validates each request and its response against the document. */
    function checking(name: DocumentName) {
      const document = readDocument(name);
      const check = async (
        operation: string,
        status: number,
        {
          query = '',
          body,
          valid = true,
        }: { query?: string; body?: unknown; valid?: boolean } = {},
      ): Promise<void> => {
        checked.add(operation);
        const [method = '', template = ''] = operation.split(' ');
        const path = `/v3${template
          .replace('{segmentId}', segmentId)
          .replace('{shopperProfileId}', memberId)}${query}`;
        const wrong = document.requestErrors({ method, path, headers: isJson, body });
        expect(wrong.length === 0, wrong.join('\n')).toBe(valid);

        const answer = await api(method.toUpperCase(), path, body);
        const text = await answer.text();
        expect(answer.status).toBe(status);
        const content: unknown = text === '' ? undefined : JSON.parse(text, withoutUndocumented);
        expect(document.responseErrors(operation, status, content)).toEqual([]);
      };
      return { document, check };
    }

    test('every operation on segments and shopper profiles', async () => {
      const { document, check } = checking('segments');
      const name = 'Checked against the document';
      await check('get /segments', 200, { query: '?page=2&limit=100' });
      await check('get /segments', 200, { query: `?id:in=${segmentId}` });
      await check('post /segments', 201, { body: [{ name, description: 'x' }, { name: 'Other' }] });
      await check('post /segments', 409, { body: [{ name }] });
      await check('post /segments', 400, { body: [{ description: 'x' }], valid: false });
      await check('put /segments', 201, { body: [{ id: segmentId, name: 'Renamed' }] });
      await check('put /segments', 400, { body: [{ id: 'x' }], valid: false });

      const members = '/segments/{segmentId}/shopper-profiles';
      await check(`get ${members}`, 200, { query: '?limit=10' });
      await check(`post ${members}`, 201, { body: [otherProfileId] });
      await check(`post ${members}`, 409, { body: [memberId] });
      await check('get /shopper-profiles/{shopperProfileId}/segments', 200, { query: '?page=1' });
      await check(`delete ${members}`, 204, { query: `?id:in=${memberId}` });
      await check('get /shopper-profiles', 200, { query: '?page=2' });
      await check('post /shopper-profiles', 201, { body: [{ customer_id: 2 }] });
      await check('post /shopper-profiles', 400, { body: [{ customer_id: 'x' }], valid: false });
      await check('delete /shopper-profiles', 204, { query: `?id:in=${memberId}` });
      await check('delete /segments', 204, { query: `?id:in=${segmentId}` });
      expect([...checked].toSorted()).toEqual(document.operations().toSorted());
    });

    test('a response that lacks a field, renames one or adds one does not agree', async () => {
      const document = readDocument('segments');
      const wrong = (body: unknown) => document.responseErrors('get /segments', 200, body);
      const { data, meta } = listed.parse(await (await api('GET', '/v3/segments')).json());
      expect(wrong({ data, meta })).toEqual([]);
      expect(wrong({})).toHaveLength(2);
      const [{ name, ...nameless } = {}] = data;
      expect(wrong({ data: [nameless], meta })).toHaveLength(1);
      expect(wrong({ data: [{ ...nameless, title: name }], meta })).toHaveLength(2);
      expect(wrong({ data: [{ ...nameless, name, color: 'red' }], meta })).toHaveLength(1);
      const refusal = { status: 400, title: 'x', type: 'x', errors: {} };
      const refused = (body: unknown) => document.responseErrors('post /segments', 400, body);
      expect(refused(refusal)).toEqual([]);
      expect(refused({ ...refusal, message: 'x' })).toHaveLength(1);
      expect(refused({ ...refusal, title: undefined })).toHaveLength(1);
    });

    test.each([
      ['GET', '/v3/segments/1', isJson, undefined],
      ['GET', '/v3/segments?name=x', isJson, undefined],
      ['GET', '/v3/segments?page=x', isJson, undefined],
      ['GET', '/v3/segments', {}, undefined],
      ['GET', '/v3/segments', isJson, []],
      ['PUT', '/v3/segments', isJson, undefined],
      ['POST', '/v3/segments', isJson, [{ name: 'x', title: 'x' }]],
      ['POST', '/v3/segments', { accept: 'application/json' }, [{ name: 'x' }]],
    ])('%s %s with %j and %j does not agree', (method, path, headers, body) => {
      const wrong = readDocument('segments').requestErrors({ method, path, headers, body });
      expect(wrong).toHaveLength(1);
    });

    test('customers', async () => {
      const { check } = checking('customers');
      const get = (status: number, query: string, valid = true) =>
        check('get /customers', status, { query, valid });
      await get(200, '?page=1&limit=250&include=shopper_profile_id,segment_ids');
      await get(200, '?page=2&limit=50');
      await get(200, '?after=eyJpZCI6MjA0fQ');
      await get(200, '?name:like=hannah&customer_group_id:in=1,2&company:in=Summit%20School');
      await get(200, '?id:in=1,2&email:in=a%2Bb@example.com&date_created:min=2020-01-01');
      await get(422, '?date_created:max=never');
      await get(422, '?id:in=x', false);
    });

    test('promotions', async () => {
      const { check } = checking('promotions');
      const get = (status: number, query: string, valid = true) =>
        check('get /promotions', status, { query, valid });
      await get(200, '?limit=5&page=2&sort=name&direction=desc');
      await get(200, '?status=ENABLED&redemption_type=automatic');
      await get(200, '?limit=250');
      await get(422, '?limit=251', false);
    });
  },
);

/**
 * Drops two things that BigCommerce sends and its documents lack: null in promotions without a
 * condition on segments, and what `include` adds to customers.
 */
function withoutUndocumented(key: string, value: unknown): unknown {
  const isUndocumented =
    key === 'shopper_profile_id' || key === 'segment_ids' || (key === 'segments' && value === null);
  return isUndocumented ? undefined : value;
}
