import { Hono } from 'hono';
import { injectFaults } from '../faults/fault-middleware.ts';
import { graphqlRoutes } from '../graphql/graphql-routes.ts';
import type { Sandbox } from '../sandbox.ts';
import type { ApiEnv } from './api-env.ts';
import { authenticate } from './authorize.ts';
import { customerGroupRoutes, customerRoutes } from './customer-routes.ts';
import { ApiProblem, problem } from './problem.ts';
import { promotionRoutes } from './promotion-routes.ts';
import { recordRequest } from './record-request.ts';
import { addLatency, limitConcurrency, limitRate } from './request-limits.ts';
import { requireAccept } from './require-accept.ts';
import { segmentMemberRoutes } from './segment-member-routes.ts';
import { segmentRoutes } from './segment-routes.ts';
import { shopperProfileRoutes } from './shopper-profile-routes.ts';
import { storeInformationRoutes } from './store-information-routes.ts';

/** The REST API of all stores. The caller mounts it at `/stores/:hash`. */
export function createApi(sandbox: Sandbox) {
  const api = new Hono<ApiEnv>();
  api.use(
    recordRequest(sandbox, 'api'),
    limitConcurrency(sandbox),
    addLatency(sandbox),
    injectFaults(sandbox),
    requireAccept,
    authenticate(sandbox),
    limitRate(sandbox),
  );
  api.route('/v3/segments', segmentRoutes(sandbox));
  api.route('/v3/segments/:segmentId/shopper-profiles', segmentMemberRoutes(sandbox));
  api.route('/v3/shopper-profiles', shopperProfileRoutes(sandbox));
  api.route('/v3/customers', customerRoutes(sandbox));
  api.route('/v3/promotions', promotionRoutes());
  api.route('/v2/customer_groups', customerGroupRoutes(sandbox));
  api.route('/v2/store', storeInformationRoutes(sandbox));
  api.route('/graphql', graphqlRoutes());
  api.all('*', (c) => problem(c, 404, 'The route is not found, check the URL'));
  api.onError((error, c) => {
    if (error instanceof ApiProblem) return problem(c, error.status, error.message, error.errors);
    throw error;
  });
  return api;
}
