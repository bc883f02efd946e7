# Passerelle in production: one image for the API, the worker and the operator's tasks.
# docker build -t passerelle .

FROM node:24-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts
COPY nest-cli.json tsconfig.json .swcrc ./
COPY scripts scripts
COPY src src
RUN node scripts/build-if-needed.mjs

# Optional packages are the embedded PostgreSQL, which production does not use.
FROM node:24-slim AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --omit=optional --ignore-scripts

FROM node:24-slim
ENV NODE_ENV=production
WORKDIR /app
COPY package.json LICENSE ./
COPY --from=packages /app/node_modules node_modules
COPY --from=build /app/dist dist
# Reference data read where it lies.
COPY src/organisations/reference/coverage-2026-01.csv src/organisations/reference/
COPY src/platform/pages/assets src/platform/pages/assets
# The spool is a volume: it must belong to the user that writes it.
RUN install -d -o node -g node /var/lib/passerelle/spool
USER node
EXPOSE 3000
# Signals reach the process itself: it stops taking work, ends what it began, then leaves.
CMD ["node", "--enable-source-maps", "dist/api.js"]
