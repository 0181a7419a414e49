/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  reactStrictMode: true,
  // The addresses of callbacks and launches carry secrets: the app's own log leaves them out.
  logging: { incomingRequests: false },
  compiler: { styledComponents: true },
  images: { unoptimized: true },
  serverExternalPackages: ['pino', 'pino-pretty'],
  experimental: {
    optimizePackageImports: ['@bigcommerce/big-design', '@bigcommerce/big-design-icons'],
    serverActions: { bodySizeLimit: '64kb' },
  },
  headers: async () => [
    {
      source: '/:path*',
      headers: [
        { key: 'X-Content-Type-Options', value: 'nosniff' },
        { key: 'Referrer-Policy', value: 'no-referrer' },
      ],
    },
  ],
};
