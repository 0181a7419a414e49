import { describe, expect, test } from 'vitest';
import { Connection } from '../../../lib/bigcommerce/client/connection.ts';
import { StoreRegistry } from '../../../lib/bigcommerce/client/store-state.ts';
import { customersByIds } from '../../../lib/bigcommerce/customers.ts';
import { memberIdsByProfile } from '../../../lib/bigcommerce/segment-member-endpoint.ts';
import {
  addMembers,
  countMembers,
  removeMembers,
} from '../../../lib/bigcommerce/segment-members.ts';
import {
  createSegments,
  deleteSegments,
  findSegment,
  listSegments,
  updateSegments,
} from '../../../lib/bigcommerce/segments.ts';
import { createShopperProfiles } from '../../../lib/bigcommerce/shopper-profiles.ts';
import { countMatching } from '../../../lib/shoppers/count-matching.ts';
import { searchCustomers } from '../../../lib/shoppers/find-customers.ts';
import { sandboxForTests } from '../../support/test-sandbox.ts';
import { auroraHash } from '../seed/stores.ts';
import { areDocumentsHere, readDocument } from './documents.ts';

describe.skipIf(!areDocumentsHere)("the app agrees with BigCommerce's OpenAPI documents", () => {
  const sandbox = sandboxForTests();

  test('in every request about segments, shoppers and customers', async () => {
    const connection = new Connection({
      apiUrl: sandbox.url,
      storeHash: auroraHash,
      accessToken: await sandbox.control.install(auroraHash),
      registry: new StoreRegistry(),
    });
    const [made] = await createSegments(connection, [{ name: 'New', description: 'x' }]);
    if (made?.status !== 'created') throw new Error('Not created');
    const { id } = made.segment;
    await updateSegments(connection, [{ id, name: 'Renamed' }]);
    await findSegment(connection, id);
    await listSegments(connection);

    const [profile] = await createShopperProfiles(connection, [2]);
    if (profile?.status !== 'created') throw new Error('No profile');
    const { profileId } = profile;
    await addMembers(connection, id, [{ customerId: 2, profileId }]);
    await countMembers(connection, id);
    // memberIdsByProfile reads a small segment by its members and a large one by its shoppers.
    await memberIdsByProfile(connection, id, [profileId]);
    await sandbox.control.setMembers(auroraHash, id, 251);
    await memberIdsByProfile(connection, id, [profileId]);
    await removeMembers(connection, id, [profileId]);
    await deleteSegments(connection, [id]);

    await searchCustomers(connection, 'a+b@example.com');
    await customersByIds(connection, [1, 2]);
    for (const filter of [
      { type: 'group', groupId: 2 },
      { type: 'company', company: 'Schneider & Söhne GmbH' },
      { type: 'created', from: '2023-01-01', to: '2023-01-31' },
    ] as const) {
      await countMatching(connection, { filter, timeZone: 'Europe/Berlin' });
    }

    const [segments, customers] = [readDocument('segments'), readDocument('customers')];
    const sent = (await sandbox.control.log()).map((request) => ({
      ...request,
      path: request.path.slice(`/stores/${auroraHash}`.length),
    }));
    const asked = new Set<string | undefined>();
    for (const request of sent) {
      const document = request.path.startsWith('/v3/customers') ? customers : segments;
      asked.add(document.operationOf(request));
      expect(document.requestErrors(request), `${request.method} ${request.path}`).toEqual([]);
    }
    const unused = ['get /shopper-profiles', 'delete /shopper-profiles'];
    const used = segments.operations().filter((operation) => !unused.includes(operation));
    expect([...asked].toSorted()).toEqual([...used, 'get /customers'].toSorted());
  });
});
