import { readFileSync } from 'node:fs';
import { z } from 'zod';

const manifest = z.object({
  node: z.record(
    z.string(),
    z.object({ exportedName: z.string(), workers: z.record(z.string(), z.unknown()) }),
  ),
});

function actions() {
  const path = '.next/server/server-reference-manifest.json';
  return manifest.parse(JSON.parse(readFileSync(path, 'utf8'))).node;
}

export interface ServerAction {
  id: string;
  /** The name that the source exports it under. */
  name: string;
  /** The path of a screen that can call it. */
  path: string;
}

/** All server actions in the production build. */
export function serverActions(storeHash: string): ServerAction[] {
  return Object.entries(actions()).map(([id, { exportedName, workers }]) => {
    const [page = ''] = Object.keys(workers);
    const path = page
      .replace(/^app|\/page$/g, '')
      .replace('[storeHash]', storeHash)
      .replace(/\[\w+\]/, '00000000-0000-4000-8000-000000000000');
    return { id, name: exportedName, path };
  });
}

/** The id of the server action that the source exports under this name. */
export function serverAction(name: string): string {
  const [id] =
    Object.entries(actions()).find(([, { exportedName }]) => exportedName === name) ?? [];
  if (!id) throw new Error(`there is no server action ${name}`);
  return id;
}

/** The value that a server action returned: line 1 of React's answer holds it. */
export function actionResult(answer: string): unknown {
  const line = answer.split('\n').find((text) => text.startsWith('1:'));
  if (!line) throw new Error(`no result in ${answer.slice(0, 200)}`);
  return JSON.parse(line.slice(2));
}
