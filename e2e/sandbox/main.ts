import { z } from 'zod';
import { startSandbox } from './start-sandbox.ts';

const environment = z
  .object({
    SANDBOX_PORT: z.coerce.number().int().min(0).max(65_535).default(0),
    SANDBOX_CLIENT_ID: z.string().min(1),
    SANDBOX_CLIENT_SECRET: z.string().min(1),
    SANDBOX_APP_URL: z.url(),
  })
  .safeParse(process.env);

if (!environment.success) {
  console.error(z.prettifyError(environment.error));
  process.exit(1);
}

const sandbox = await startSandbox({
  port: environment.data.SANDBOX_PORT,
  clientId: environment.data.SANDBOX_CLIENT_ID,
  clientSecret: environment.data.SANDBOX_CLIENT_SECRET,
  appUrl: environment.data.SANDBOX_APP_URL,
});
const end = async () => {
  await sandbox.close();
  // A response that a fault delays would otherwise keep the process running.
  process.exit();
};
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, end);
console.log(JSON.stringify({ listening: sandbox.url }));
