/** @type {import('next').NextConfig} */
export default {
  output: 'standalone',
  poweredByHeader: false,
  reactStrictMode: true,
  // The addresses of callbacks and launches carry secrets: the app's own log leaves them out.
  logging: { incomingRequests: false },
  compiler: { styledComponents: true },
  images: { unoptimized: true },
  // What `dist/start.js` loads outside of the bundles is loaded once, and is in the standalone output.
  serverExternalPackages: [
    '@opentelemetry/api',
    '@opentelemetry/context-async-hooks',
    '@opentelemetry/core',
    '@opentelemetry/exporter-metrics-otlp-http',
    '@opentelemetry/exporter-trace-otlp-http',
    '@opentelemetry/resources',
    '@opentelemetry/sdk-metrics',
    '@opentelemetry/sdk-trace',
    'jose',
    'kysely',
    'pg',
    'pino',
    'pino-pretty',
    'zod',
  ],
  outputFileTracingIncludes: { '/**': ['dist/**/*.js', 'node_modules/server-only/**'] },
  outputFileTracingExcludes: { '*': ['node_modules/@img/**', 'node_modules/sharp/**'] },
  experimental: {
    optimizePackageImports: ['@bigcommerce/big-design', '@bigcommerce/big-design-icons'],
    serverActions: { bodySizeLimit: '64kb' },
  },
};
