import 'server-only';
import { z } from 'zod';
import type { Connection } from './client/connection.ts';
import { readErrorBody } from './client/error-body.ts';
import { BigCommerceError } from './client/errors.ts';
import { request } from './client/request.ts';

/** The text of a menu entry in the control panel; `defaultValue` is for all other locales. */
interface Label {
  defaultValue: string;
  locales: readonly { localeCode: string; value: string }[];
}

/**
 * A menu entry of every customer that opens the app, beside the control panel's page or instead.
 */
export interface AppExtensionSettings {
  context: string;
  model: string;
  /** The signed payload's `url` when the entry is chosen; `${id}` stands for the customer's id. */
  url: string;
  label: Label;
}

export interface AppExtension extends AppExtensionSettings {
  id: string;
}

const labelSchema = z
  .object({
    defaultValue: z.string(),
    locales: z.array(z.object({ localeCode: z.string(), value: z.string() })).nullish(),
  })
  .nullish()
  .transform(
    (label): Label => ({ defaultValue: label?.defaultValue ?? '', locales: label?.locales ?? [] }),
  );

const extensionSchema = z.object({
  id: z.string().min(1),
  context: z.string(),
  model: z.string(),
  url: z.string(),
  label: labelSchema,
});

/** GraphQL answers 200 even if it refuses the operation. */
const refused = z.object({ errors: z.array(z.unknown()).min(1) });
const listed = z.object({
  data: z.object({
    store: z.object({
      appExtensions: z.object({ edges: z.array(z.object({ node: extensionSchema })) }),
    }),
  }),
});
const changed = z.object({ data: z.object({ appExtension: z.looseObject({}) }) });
const listAnswer = z.union([refused, listed]);
const changeAnswer = z.union([refused, changed]);

const LIST = `query {
  store { appExtensions { edges { node {
    id context model url label { defaultValue locales { value localeCode } }
  } } } }
}`;
const CREATE = `mutation ($input: CreateAppExtensionInput!) {
  appExtension { createAppExtension(input: $input) { appExtension { id } } }
}`;
const UPDATE = `mutation ($input: UpdateAppExtensionInput!) {
  appExtension { updateAppExtension(input: $input) { appExtension { id } } }
}`;
const DELETE = `mutation ($input: DeleteAppExtensionInput!) {
  appExtension { deleteAppExtension(input: $input) { deletedAppExtensionId } }
}`;

/** This app's extensions. All functions here need the scope `store_app_extensions_manage`. */
export async function listAppExtensions(connection: Connection): Promise<AppExtension[]> {
  const { data } = await graphql(connection, listAnswer, LIST);
  return data.store.appExtensions.edges.map(({ node }) => node);
}

export async function createAppExtension(
  connection: Connection,
  { context, model, url, label }: AppExtensionSettings,
): Promise<void> {
  await graphql(connection, changeAnswer, CREATE, { context, model, url, label });
}

/** Changes everything but the model, which BigCommerce does not let an app change. */
export async function updateAppExtension(
  connection: Connection,
  id: string,
  { context, url, label }: AppExtensionSettings,
): Promise<void> {
  await graphql(connection, changeAnswer, UPDATE, { id, data: { context, url, label } });
}

export async function deleteAppExtension(connection: Connection, id: string): Promise<void> {
  await graphql(connection, changeAnswer, DELETE, { id });
}

/** @throws {BigCommerceError} also if an answer with status 200 holds errors */
async function graphql<T extends { data: unknown }>(
  connection: Connection,
  schema: z.ZodType<T | z.infer<typeof refused>>,
  query: string,
  input?: object,
): Promise<T> {
  const body = { query, variables: { input } };
  const call = { method: 'POST', route: '/graphql', pool: 'other', body, schema } as const;
  const answer = await request(connection, call);
  if (!('errors' in answer)) return answer;
  throw new BigCommerceError('BigCommerce refused a GraphQL operation', {
    kind: 'invalid',
    status: 200,
    detail: readErrorBody(answer).detail,
  });
}
