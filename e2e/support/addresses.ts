/** Ids that exist in a store, for calls of routes and actions. */
export interface ExistingIds {
  segmentId: string;
  profileId: string;
  customerId: number;
}

/** An address for each route that reads: its path with the query it needs. */
export function readableAddresses({
  segmentId,
  profileId,
  customerId,
}: ExistingIds): Record<string, string> {
  return {
    '/api/customer-groups': '/api/customer-groups',
    '/api/customers': '/api/customers?search=hannah',
    '/api/customers/[customerId]': `/api/customers/${customerId}`,
    '/api/customers/count': '/api/customers/count?type=group&groupId=1',
    '/api/segments': '/api/segments',
    '/api/segments/[segmentId]': `/api/segments/${segmentId}`,
    '/api/segments/[segmentId]/member-ids': `/api/segments/${segmentId}/member-ids`,
    '/api/segments/[segmentId]/members': `/api/segments/${segmentId}/members?among=${customerId}:${profileId}`,
    '/api/segments/[segmentId]/shoppers': `/api/segments/${segmentId}/shoppers?page=1`,
    '/api/session': '/api/session',
    '/api/shopper-counts': `/api/shopper-counts?ids=${segmentId}`,
  };
}

/** Arguments for each server action, by the name that the source exports it under. */
export function actionInputs({
  segmentId,
  profileId,
  customerId,
}: ExistingIds): Record<string, object> {
  const filter = { type: 'group', groupId: 1 };
  return {
    createSegment: { name: 'Made by a test', description: '' },
    renameSegment: { id: segmentId, name: 'Renamed by a test', description: '' },
    deleteSegments: { ids: [segmentId] },
    addShoppers: { segmentId, customerIds: [customerId] },
    addMatchingShoppers: { segmentId, filter, offset: 0 },
    removeShoppers: { segmentId, profileIds: [profileId] },
  };
}
