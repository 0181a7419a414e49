/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  reactStrictMode: true,
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
