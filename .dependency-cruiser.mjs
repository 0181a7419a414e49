/**
 * The import rules, checked by `npm run check`. A room is a folder of `lib` or `components`; it may
 * import the rooms listed before it, but none in its own line or after it.
 */
const libRooms = [
  ['json', 'limits', 'process'],
  ['i18n'],
  // Parses database URLs for the configuration, without a driver.
  ['database/settings'],
  ['config', 'redact'],
  ['log'],
  ['telemetry'],
  ['database'],
  ['bigcommerce'],
  ['screens'],
  ['failure'],
  ['installations'],
  ['sessions'],
  ['server'],
  ['rate-limit'],
  ['segments'],
  ['customers', 'shoppers'],
  ['requests'],
  ['sweeper'],
  ['start'],
];
const componentRooms = [
  ['ui'],
  ['shell'],
  ['session'],
  ['failures'],
  ['api-client'],
  ['jobs'],
  ['customers', 'shoppers', 'segments'],
  ['add-shoppers'],
  ['segment-list', 'segment-detail', 'customer-detail'],
];

/** The files of `lib` that also run in the browser; they may not import server-only files. */
const browserSafe = [
  '^lib/(i18n|json|limits)/',
  '^lib/screens/(?!deep-link)',
  '^lib/bigcommerce/(ids|query-value|same-text)\\.ts$',
  '^lib/segments/(segment-input|listing|names|search|sort|list-query)\\.ts$',
  '^lib/shoppers/(customer-filter|shopper-input)\\.ts$',
  '^lib/customers/(checklist|checklist-query)\\.ts$',
];

/** The files of all rooms. */
const rooms = [
  `^lib/(${[...libRooms.flat(), 'testing'].join('|')})(/|\\.)`,
  `^components/(${componentRooms.flat().join('|')})(/|\\.)`,
];

const tests = '\\.test\\.tsx?$|^lib/testing/';

/** One rule for each room: it may import neither later rooms nor others of its own line. */
function floors(root, rooms) {
  return rooms.flatMap((floor, level) =>
    floor.map((room) => ({
      name: `${root}/${room}-imports-upward`,
      severity: 'error',
      from: { path: `^${root}/${room}(/|\\.)`, pathNot: tests },
      to: {
        path: `^${root}/`,
        pathNot: [
          `^${root}/${room}(/|\\.)`,
          ...rooms
            .slice(0, level)
            .flatMap((below) => below.map((name) => `^${root}/${name}(/|\\.)`)),
          ...(root === 'lib' ? ['^lib/testing/'] : []),
        ],
      },
    })),
  );
}

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    ...floors('lib', libRooms),
    ...floors('components', componentRooms),
    {
      name: 'room-not-listed',
      comment: 'A room that stands in no list could import every other. Give it its place above.',
      severity: 'error',
      from: {},
      to: { path: '^(lib|components)/', pathNot: rooms },
    },
    {
      name: 'components-know-no-route',
      severity: 'error',
      from: { path: '^components/' },
      to: { path: '^app/' },
    },
    {
      name: 'lib-knows-no-screen',
      severity: 'error',
      from: { path: '^(lib/|proxy\\.ts|instrumentation\\.ts)' },
      to: { path: '^(app|components)/' },
    },
    {
      name: 'production-knows-no-test',
      severity: 'error',
      from: { path: '^(app|components|lib)/', pathNot: tests },
      to: { path: '^(e2e|lib/testing)/' },
    },
    {
      name: 'only-database-knows-a-driver',
      severity: 'error',
      from: { path: '^(app|components|lib)/', pathNot: `^lib/database/|${tests}` },
      to: { path: '^(node:)?sqlite$|node_modules/(@types/)?pg/' },
    },
    {
      name: 'ui-and-shell-know-no-domain',
      severity: 'error',
      from: { path: '^components/(ui|shell)/' },
      to: { path: '^lib/', pathNot: '^lib/(i18n|json|screens)/' },
    },
    {
      name: 'browser-imports-server',
      comment:
        'Components reach the server through server actions, whose imports stay on the server.',
      severity: 'error',
      from: { path: '^components/', pathNot: `/actions\\.ts$|${tests}` },
      to: {
        path: '^lib/|node_modules/server-only/',
        pathNot: browserSafe,
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'browser-safe-imports-server',
      severity: 'error',
      from: { path: browserSafe, pathNot: tests },
      to: {
        path: '^lib/|node_modules/server-only/',
        pathNot: browserSafe,
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'only-bigcommerce-speaks-to-bigcommerce',
      comment:
        'Other rooms may pass connections on and use their errors, limits and lists, but send nothing.',
      severity: 'error',
      from: {
        path: '^(app|components|lib)/',
        pathNot: `^lib/bigcommerce/|^lib/start\\.ts|${tests}`,
      },
      to: {
        path: '^lib/bigcommerce/client/|^(node:)?(https|http2)$|node_modules/undici/',
        pathNot:
          '^lib/bigcommerce/client/(connection|ends-action|errors|limiter|not-done|paging|waiting-line)\\.ts$',
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(\\.next|dist|e2e/bench/prototype)/' },
    tsConfig: { fileName: 'tsconfig.json' },
    parser: 'swc',
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'] },
  },
};
