/** @type {import('next').NextConfig} */
export default {
  compiler: { styledComponents: true },
  experimental: { optimizePackageImports: ['@bigcommerce/big-design'] },
};
