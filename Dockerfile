FROM node:24.21.0-slim AS build
WORKDIR /app
ENV NEXT_TELEMETRY_DISABLED=1
COPY package.json package-lock.json ./
RUN npm ci
COPY . .
RUN npm run build && mkdir data

# The server alone: no compiler, no development dependencies, no sources.
FROM node:24.21.0-slim
WORKDIR /app
# glibc: all threads share one memory pool, whose free memory is returned to the system.
ENV GLIBC_TUNABLES=glibc.malloc.arena_max=1:glibc.malloc.trim_threshold=131072
ENV HOST=0.0.0.0 NEXT_TELEMETRY_DISABLED=1
COPY --from=build /app/.next/standalone ./
COPY --from=build /app/.next/static ./.next/static
# SQLite's folder, the only one that the server writes to. Mount a volume there to keep the data.
COPY --from=build --chown=node:node /app/data ./data
USER node
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT || 3000}/readyz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--conditions=react-server", "--max-old-space-size=192", "--max-semi-space-size=4", "--heap-growing-percent=10", "--no-parallel-scavenge", "dist/start.js"]
