import {
  ExplainNode,
  type KyselyPlugin,
  type PluginTransformQueryArgs,
  type PluginTransformResultArgs,
  type QueryResult,
  type RootOperationNode,
  SelectQueryNode,
  sql,
  type UnknownRow,
} from 'kysely';
import { describe, expect, test } from 'vitest';
import { migrateDatabase, openDatabase } from '../database/database.ts';
import { backends } from '../testing/test-database.ts';
import { findSession } from './sessions.ts';

/** Returns the query's plan in place of its rows. */
class Explain implements KyselyPlugin {
  readonly plan: string[] = [];
  readonly #node: ExplainNode;

  constructor(node: ExplainNode) {
    this.#node = node;
  }

  transformQuery({ node }: PluginTransformQueryArgs): RootOperationNode {
    return SelectQueryNode.is(node) ? { ...node, explain: this.#node } : node;
  }

  async transformResult({ result }: PluginTransformResultArgs): Promise<QueryResult<UnknownRow>> {
    this.plan.push(...result.rows.map((row) => String(row.detail ?? row['QUERY PLAN'])));
    return { ...result, rows: [] };
  }
}

const plans = {
  SQLite: {
    explain: ExplainNode.create(undefined, sql`query plan`.toOperationNode()),
    byIndex: /^SEARCH (sessions|installations|users) USING INDEX/,
    scan: /^SCAN/,
  },
  PostgreSQL: {
    explain: ExplainNode.create(),
    byIndex: /Index Scan using (sessions|installations|users)_pkey/,
    scan: /Seq Scan/,
  },
};

describe.each(backends)('on $name', ({ name, create }) => {
  test('a session is found by the keys of its three tables, whatever their size', async () => {
    const { settings, remove } = await create();
    await migrateDatabase(settings);
    const db = openDatabase({ ...settings, poolSize: 1 });
    // PostgreSQL prefers to scan tables that fit on one page.
    if (name === 'PostgreSQL') await sql`set enable_seqscan = off`.execute(db);
    const { explain, byIndex, scan } = plans[name];
    const explained = new Explain(explain);
    const lifetimes = { idleLifetime: 1, absoluteLifetime: 1 };
    await findSession(db.withPlugin(explained), 'A'.repeat(43), lifetimes);
    const tables = explained.plan.flatMap((line) => line.match(byIndex)?.[1] ?? []);
    expect(tables.toSorted()).toEqual(['installations', 'sessions', 'users']);
    expect(explained.plan.filter((line) => scan.test(line))).toEqual([]);
    await db.destroy();
    await remove();
  });
});
