import { Hono } from 'hono';
import { z } from 'zod';
import type { ApiEnv } from '../api/api-env.ts';
import { readBody } from '../api/validated-body.ts';
import type { AppExtension, Store } from '../sandbox-store.ts';
import { GraphqlError, readOperation, select } from './selection.ts';

const perModel = 2;
const text = z.string().min(1).max(255);
const label = z.strictObject({
  defaultValue: text,
  locales: z.array(z.strictObject({ value: text, localeCode: z.string().min(2) })),
});
const context = z.enum(['PANEL', 'LINK']);
const url = z.string().startsWith('/');
const creation = z.strictObject({
  context,
  model: z.enum(['PRODUCTS', 'ORDERS', 'CUSTOMERS']),
  url,
  label,
});
const change = z.strictObject({
  id: z.string(),
  data: z.strictObject({ context, url, label }).partial(),
});
const deletion = z.strictObject({ id: z.string() });

const request = z.object({
  query: z.string(),
  variables: z.record(z.string(), z.unknown()).default({}),
});

/** `/graphql`, reduced to app extensions: what apps add to pages of the control panel. */
export function graphqlRoutes() {
  const routes = new Hono<ApiEnv>();
  routes.post('/', async (c) => {
    const { query, variables } = await readBody(c, request);
    try {
      if (!c.get('scopes').includes('store_app_extensions_manage')) {
        throw new GraphqlError('The token lacks the scope store_app_extensions_manage');
      }
      const { type, fields } = readOperation(query);
      const root = type === 'query' ? queryRoot(c.get('store')) : mutationRoot(c.get('store'));
      return c.json({ data: select(root, fields, variables) });
    } catch (error) {
      if (!(error instanceof GraphqlError)) throw error;
      return c.json({ data: null, errors: [{ message: error.message }] });
    }
  });
  return routes;
}

function queryRoot({ appExtensions }: Store) {
  const edges = [...appExtensions.values()].map((node) => ({ node }));
  return { store: { appExtensions: { edges } } };
}

function mutationRoot({ appExtensions, prng }: Store) {
  return {
    appExtension: {
      createAppExtension(input: unknown) {
        const values = valid(creation, input);
        const alike = [...appExtensions.values()].filter(({ model }) => model === values.model);
        if (alike.length >= perModel) {
          throw new GraphqlError(`An app can have ${perModel} extensions for ${values.model}`);
        }
        const appExtension = { id: `bc/store/appExtension/${prng.uuid()}`, ...values };
        appExtensions.set(appExtension.id, appExtension);
        return { appExtension };
      },
      updateAppExtension(input: unknown) {
        const { id, data } = valid(change, input);
        const old = found(appExtensions, id);
        const { context = old.context, url = old.url, label = old.label } = data;
        const appExtension = { ...old, context, url, label };
        appExtensions.set(id, appExtension);
        return { appExtension };
      },
      deleteAppExtension(input: unknown) {
        const { id } = found(appExtensions, valid(deletion, input).id);
        appExtensions.delete(id);
        return { deletedAppExtensionId: id };
      },
    },
  };
}

function valid<T>(schema: z.ZodType<T>, input: unknown): T {
  const { data, error } = schema.safeParse(input);
  if (data === undefined) {
    const [issue] = error?.issues ?? [];
    throw new GraphqlError(`Variable "$input" is not valid at ${issue?.path.join('.')}`);
  }
  return data;
}

function found(appExtensions: Store['appExtensions'], id: string): AppExtension {
  const extension = appExtensions.get(id);
  if (!extension) throw new GraphqlError(`There is no app extension ${id}`);
  return extension;
}
