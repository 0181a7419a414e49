/** Where the data is stored, from `DATABASE_URL`. */
export type DatabaseAddress =
  | { kind: 'sqlite'; path: string }
  | {
      kind: 'postgres';
      /** The URL without its TLS parameters, which are in `tls`. */
      connectionString: string;
      tls: Tls;
    };

/** `rootCertificate` is the path of a PEM file; by default the system's certificates are used. */
export type Tls = 'off' | { verify: boolean; rootCertificate: string | undefined };

export interface DatabaseSettings {
  address: DatabaseAddress;
  /** The most connections that one process holds. */
  poolSize: number;
  /** Seconds after which PostgreSQL ends a statement; 0: never. */
  statementTimeout: number;
}

/**
 * `require` also verifies, because encryption alone does not keep others from posing as the server.
 */
const sslModes: Record<string, (rootCertificate: string | undefined) => Tls> = {
  disable: () => 'off',
  'no-verify': (rootCertificate) => ({ verify: false, rootCertificate }),
  require: (rootCertificate) => ({ verify: true, rootCertificate }),
  'verify-full': (rootCertificate) => ({ verify: true, rootCertificate }),
};

/**
 * Reads a database URL: `file:PATH`, `postgres://…` or `postgresql://…`.
 * @returns undefined when it has neither form, or a TLS parameter that is not supported
 */
export function parseDatabaseUrl(value: string): DatabaseAddress | undefined {
  if (value.startsWith('file:')) {
    const path = value.replace(/^file:(\/\/)?/, '');
    // A database in memory would be lost with the process, and the tokens with it.
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
  // The driver has more TLS parameters, and some would silently override the mode.
  if ([...url.searchParams.keys()].some((name) => /ssl|compat/i.test(name))) return undefined;
  return { kind: 'postgres', connectionString: url.href, tls };
}
