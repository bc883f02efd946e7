// Who may import whom: the rules of docs/architecture.md, one named rule each, run by `npm run arch`.

/** Features from the lowest to the highest: a lower one publishes an event, it never imports a higher one. */
const ORDER = [
  ['organisations', 'accounts', 'audit'],
  ['people'],
  ['referrals'],
  ['information-sessions', 'offer-sheets', 'evaluations'],
  ['candidacies'],
  ['volunteers'],
  ['returns'],
  ['follow-ups', 'direct-applicants'],
  ['cej', 'consistency'],
  ['committees'],
  ['exchanges'],
  ['web'],
  ['notifications'],
];
const FEATURE = `(${ORDER.flat().join('|')})`;
const SPEC = '\\.spec\\.ts$';
/** Rooms of exchanges that are as pure as a domain, but read bytes with platform/csv. */
const PURE_ROOMS =
  '^src/exchanges/(catalogue|flow|deposit)/|^src/exchanges/flows/[^/]+/(flow|columns|samples|[a-z-]*rules)\\.ts$';
/** The only places that assemble features into processes. */
const ROOT = '^src/(app/|demonstration/|(main|api|worker|cli)\\.ts$)';

const respectTheOrder = ORDER.slice(0, -1).map((level, index) => ({
  name: `respect-the-order-${level.join('-')}`,
  comment: 'A lower feature publishes an event; it never imports a higher one.',
  severity: 'error',
  from: { path: `^src/(${level.join('|')})/` },
  to: {
    path: `^src/(${ORDER.slice(index + 1)
      .flat()
      .join('|')})/`,
  },
}));

module.exports = {
  forbidden: [
    {
      name: 'every-folder-has-its-rules',
      comment: 'A new feature takes its place in ORDER, above, before it takes its first file.',
      severity: 'error',
      from: { path: '^src/', pathNot: `^src/(kernel|platform|${FEATURE})/|${ROOT}` },
      to: {},
    },
    {
      name: 'kernel-stands-alone',
      comment: 'Pure TypeScript for everyone: no package, no input or output.',
      severity: 'error',
      from: { path: '^src/kernel/', pathNot: SPEC },
      to: { pathNot: '^src/kernel/' },
    },
    {
      name: 'platform-knows-no-feature',
      comment: 'Technical machinery serves features; it must not know them.',
      severity: 'error',
      from: { path: '^src/platform/' },
      to: { path: '^src/', pathNot: '^src/(kernel|platform)/' },
    },
    {
      name: 'domain-is-pure',
      comment: 'A rule reads what it is given: kernel and its own feature’s domain, nothing else.',
      severity: 'error',
      from: { path: `^src/${FEATURE}/domain/`, pathNot: SPEC },
      to: { pathNot: `^src/kernel/|^src/$1/domain/|${PURE_ROOMS}` },
    },
    {
      name: 'exchange-rooms-are-pure',
      comment:
        'Flows, checks and receipts decide from what they are given; bytes come through platform/csv and platform/json, and are hashed.',
      severity: 'error',
      from: { path: PURE_ROOMS, pathNot: SPEC },
      to: {
        pathNot: `${PURE_ROOMS}|^src/exchanges/domain/|^src/(kernel|platform/(csv|json))/|^src/[^/]+/index\\.ts$|^(crypto|buffer)$`,
      },
    },
    {
      name: 'use-cases-know-no-adapter',
      comment:
        'A use case asks ports; it knows neither database, HTTP, queue nor files. Reading the bytes of a table (platform/csv) is pure.',
      severity: 'error',
      from: { path: `^src/${FEATURE}/use-cases/`, pathNot: SPEC },
      to: { path: '^src/[^/]+/(db|http|web|jobs)/|^src/platform/', pathNot: '^src/platform/csv/' },
    },
    {
      name: 'use-cases-take-injectable-only',
      comment: 'Of all packages, a use case may import @nestjs/common, for `Injectable`.',
      severity: 'error',
      from: { path: `^src/${FEATURE}/use-cases/`, pathNot: SPEC },
      to: {
        dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'npm-no-pkg', 'core', 'unknown'],
        pathNot: 'node_modules/@nestjs/common/',
      },
    },
    {
      name: 'drivers-never-touch-db',
      comment: 'Doors and jobs call use cases and query ports.',
      severity: 'error',
      from: { path: `^src/${FEATURE}/(http|web|jobs)/` },
      to: { path: '^src/[^/]+/db/|node_modules/(typeorm|pg|@nestjs/typeorm)/' },
    },
    {
      name: 'typeorm-only-in-db',
      comment: 'Data is reached by `db` and `platform`, inside a unit of work.',
      severity: 'error',
      from: {
        path: '^src/',
        pathNot: `^src/([^/]+/db/|platform/)|\\.module\\.ts$|${ROOT}|${SPEC}`,
      },
      to: { path: 'node_modules/(typeorm|@nestjs/typeorm|pg)/' },
    },
    {
      name: 'features-meet-at-the-front-door',
      comment: 'The other feature’s index.ts, or its module for the wiring.',
      severity: 'error',
      from: { path: `^src/${FEATURE}/`, pathNot: '\\.module\\.ts$' },
      to: { path: `^src/${FEATURE}/`, pathNot: '^src/$1/|^src/[^/]+/index\\.ts$' },
    },
    {
      name: 'modules-meet-at-the-front-door',
      comment: 'A module of the wiring may import another feature’s module and nothing behind it.',
      severity: 'error',
      from: { path: `^src/${FEATURE}/.*\\.module\\.ts$` },
      to: {
        path: `^src/${FEATURE}/`,
        pathNot: '^src/$1/|^src/[^/]+/index\\.ts$|^src/[^/]+/[^/]+\\.module\\.ts$',
      },
    },
    ...respectTheOrder,
    {
      name: 'composition-root',
      comment: 'Modules are wired by other modules and by src/app, nowhere else.',
      severity: 'error',
      from: { path: '^src/', pathNot: `${ROOT}|\\.module\\.ts$|/index\\.ts$|${SPEC}` },
      to: { path: '^src/.*\\.module\\.ts$' },
    },
    {
      name: 'nobody-imports-the-root',
      comment: 'The composition root is the top of the house.',
      severity: 'error',
      from: { path: '^src/', pathNot: `${ROOT}|${SPEC}` },
      to: { path: ROOT },
    },
    {
      name: 'src-never-imports-test',
      comment: 'No test code in a production build.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^test/' },
    },
    {
      name: 'no-development-package',
      comment: 'What runs in production is a dependency of production.',
      severity: 'error',
      from: { path: '^src/', pathNot: SPEC },
      // The types of a package's own dependency (Fastify's request) leave nothing in the build.
      to: {
        dependencyTypes: ['npm-dev', 'npm-no-pkg', 'unknown'],
        dependencyTypesNot: ['type-only'],
        pathNot: 'node_modules/@types/',
      },
    },
    {
      name: 'no-unresolvable',
      comment: 'An import that leads nowhere; the build is not there yet in a fresh clone.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^(\\.\\./)+dist/' },
    },
    {
      name: 'no-circular',
      comment:
        'Two files that need each other are one file, or three; types that name each other vanish.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
