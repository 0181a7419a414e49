/** Where the data lies, taken from `DATABASE_URL`. */
export type DatabaseAddress =
  | { kind: 'sqlite'; path: string }
  | {
      kind: 'postgres';
      /** Without the parameters about TLS, which `tls` holds. */
      connectionString: string;
      tls: Tls;
    };

/** `rootCertificate` is the path of a PEM file; without it the system's certificates count. */
export type Tls = 'off' | { verify: boolean; rootCertificate: string | undefined };

export interface DatabaseSettings {
  address: DatabaseAddress;
  /** Connections that one process holds at most. */
  poolSize: number;
  /** Seconds after which PostgreSQL ends a statement; 0: never. */
  statementTimeout: number;
}

/** `require` verifies, too: an encrypted connection to an unverified server protects nothing. */
const sslModes: Record<string, (rootCertificate: string | undefined) => Tls> = {
  disable: () => 'off',
  'no-verify': (rootCertificate) => ({ verify: false, rootCertificate }),
  require: (rootCertificate) => ({ verify: true, rootCertificate }),
  'verify-full': (rootCertificate) => ({ verify: true, rootCertificate }),
};

/**
 * Reads a database URL: `file:PATH`, `postgres://…` or `postgresql://…`.
 * @returns undefined when it has neither form, or asks for TLS in a way that is not known here
 */
export function parseDatabaseUrl(value: string): DatabaseAddress | undefined {
  if (value.startsWith('file:')) {
    const path = value.replace(/^file:(\/\/)?/, '');
    // What is only in memory would be gone with the process, tokens included.
    return path === '' || path === ':memory:' ? undefined : { kind: 'sqlite', path };
  }
  const url = URL.parse(value);
  if (!url || !/^postgres(ql)?:$/.test(url.protocol)) return undefined;
  if (!url.hostname && !url.searchParams.has('host')) return undefined;
  const rootCertificate = url.searchParams.get('sslrootcert') ?? undefined;
  const mode = url.searchParams.get('sslmode') ?? (rootCertificate ? 'verify-full' : 'disable');
  const tls = sslModes[mode]?.(rootCertificate);
  if (!tls) return undefined;
  url.searchParams.delete('sslmode');
  url.searchParams.delete('sslrootcert');
  // The driver knows more such parameters, and some would quietly undo the mode.
  if ([...url.searchParams.keys()].some((name) => /ssl|compat/i.test(name))) return undefined;
  return { kind: 'postgres', connectionString: url.href, tls };
}
