import { setTimeout as pause } from 'node:timers/promises';
import { SandboxControl } from '../sandbox/control-client.ts';
import { residentMemory } from '../stack/resident-memory.ts';
import { type Stack, startStack } from '../stack/stack.ts';
import { AppClient } from '../support/app-client.ts';
import { buildOnce } from './build-once.ts';
import { CallTimes } from './call-times.ts';
import type { Part } from './run-parts.ts';
import { type SoakReport, SoakUser } from './soak-user.ts';
import { median, percentile } from './statistics.ts';
import type { Add } from './table.ts';
import { atMost, exactly } from './target.ts';
import { megabytes, milliseconds, percent } from './units.ts';

const storeCount = 50;
const usersPerStore = 4;
const segmentsPerStore = 20;
const apiLatencyMs = 50;
/** Milliseconds between two actions of a user: `least` plus a random part of `spread`. */
const thinking = { least: 1_000, spread: 2_000 };

/** 200 users of 50 stores at once; each checks every response against its own earlier actions. */
export function soakPart(seconds: number): Part {
  return {
    conditions: `Soak: ${storeCount * usersPerStore} users of ${storeCount} stores, ${apiLatencyMs} ms API latency, one action of each user every ${thinking.least / 1000} to ${(thinking.least + thinking.spread) / 1000} s; load, app and stand-in share the machine.`,
    async measure(add) {
      await buildOnce();
      const stack = await startStack({ env: { LOG_LEVEL: 'info' } });
      try {
        await measureSoak(add, stack, seconds);
      } finally {
        await stack.stop();
      }
    },
  };
}

async function measureSoak(add: Add, stack: Stack, seconds: number): Promise<void> {
  const { stdout, pid } = stack.app.process;
  if (!stdout) throw new Error('the app has no output');
  const calls = new CallTimes(stdout);
  const report: SoakReport = { requests: [], wrong: [], foreignRows: 0 };
  const sandbox = new SandboxControl(stack.sandboxUrl);
  const users = await signIn(sandbox, new AppClient(stack), report);
  await sandbox.set({ latencyMs: apiLatencyMs });

  const memory: number[] = [];
  const until = performance.now() + seconds * 1000;
  await Promise.all([
    ...[...users.values()].flat().map((user) => work(user, until)),
    watchMemory(memory, pid, until),
  ]);
  await findLost(sandbox, users, report);
  for (const wrong of report.wrong.slice(0, 5)) console.error(wrong);

  const own = report.requests.map((request) => calls.ownTime(request));
  const slow = percentile(own, 95);
  const sixth = Math.ceil(memory.length / 6);
  const early = median(memory.slice(2 * sixth, 3 * sixth));
  const late = median(memory.slice(-sixth));
  const growth = late / early - 1;
  const wrong = report.wrong.length;
  add('soak: requests answered', `${report.requests.length} in ${seconds} s`);
  add('soak: wrong answers', text(wrong), exactly(wrong, 0, text));
  add(
    'soak: rows from another store',
    text(report.foreignRows),
    exactly(report.foreignRows, 0, text),
  );
  add(
    "soak: the app's own time, p95",
    `${slow.toFixed(1)} ms (median ${percentile(own, 50).toFixed(1)} ms)`,
    atMost(slow, 50, milliseconds),
  );
  add(
    'soak: server memory at the end',
    `${megabytes(late)} (${overHalfTime(growth)})`,
    atMost(growth, 0.1, overHalfTime),
  );
}

const text = String;
const overHalfTime = percent('over the level before mid-run');

/** Creates the stores, installs the app in each, and opens it as each of their users. */
async function signIn(
  sandbox: SandboxControl,
  app: AppClient,
  report: SoakReport,
): Promise<Map<string, SoakUser[]>> {
  const signedIn = new Map<string, SoakUser[]>();
  for (let index = 0; index < storeCount; index += 1) {
    const hash = `soak${index}x${(index * 7919).toString(36)}`;
    const { users } = await sandbox.addStore(hash, usersPerStore - 1);
    const seeded = Array.from({ length: segmentsPerStore }, (_, n) => `${hash} seeded ${n}`);
    await sandbox.setSegments(hash, { items: seeded.map((name) => ({ name })) });
    await (await app.get(await sandbox.installUrl(hash, users[0]?.id ?? 0))).text();
    const tokens = await Promise.all(users.map(({ id }) => open(sandbox, app, hash, id)));
    signedIn.set(
      hash,
      tokens.map(
        (token, n) => new SoakUser(app, report, { store: { hash, seeded }, token, id: n }),
      ),
    );
  }
  return signedIn;
}

async function open(
  sandbox: SandboxControl,
  app: AppClient,
  hash: string,
  userId: number,
): Promise<string> {
  const location = (await app.get(await sandbox.loadUrl(hash, userId))).headers.get('location');
  const html = await (await app.get(location ?? '/')).text();
  const token = html.match(/"token\\?":\\?"([\w-]{43})/)?.[1];
  if (!token) throw new Error(`store ${hash} did not open`);
  return token;
}

async function work(user: SoakUser, until: number): Promise<void> {
  await pause(Math.random() * thinking.spread);
  while (performance.now() < until) {
    await user.act(Math.random());
    await pause(thinking.least + Math.random() * thinking.spread);
  }
}

async function watchMemory(samples: number[], pid: number | undefined, until: number) {
  while (performance.now() < until) {
    samples.push(residentMemory(pid));
    await pause(500);
  }
}

/** Reports each store whose segments are not exactly the seeded and the users' own ones. */
async function findLost(
  sandbox: SandboxControl,
  users: ReadonlyMap<string, readonly SoakUser[]>,
  report: SoakReport,
): Promise<void> {
  for (const [hash, workers] of users) {
    const { segments } = await sandbox.state(hash);
    const held = segments.filter(({ name }) => !name.includes(' seeded ')).map(({ name }) => name);
    const made = workers.flatMap((user) => [...user.segments.values()]);
    const seeded = segments.length - held.length;
    const isSame = held.toSorted().join('\n') === made.toSorted().join('\n');
    if (!isSame || seeded !== segmentsPerStore) report.wrong.push(`${hash} holds ${held}`);
  }
}
