/** @type {import('next').NextConfig} */
export default {
  output: 'standalone',
  poweredByHeader: false,
  reactStrictMode: true,
  // Addresses of callbacks and launches contain secrets: only the app's own log omits them.
  logging: { incomingRequests: false },
  // Names for developers would be a tenth of the screens' code.
  compiler: { styledComponents: { displayName: process.env.NODE_ENV === 'development' } },
  images: { unoptimized: true },
  // Kept out of the bundles, so that `dist/start.js` and the bundles share one instance of each.
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
