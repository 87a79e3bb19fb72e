/** Who may import whom. Each rule names the record that explains it. Checked by: npm run check:architecture */
const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })

/** The module tree: a module may use the front doors of the modules listed here, and of `people`, which all may use. */
const uses = {
  people: ['body'],
  body: [],
  plan: ['body'],
  delivery: ['plan', 'body'],
  statistics: [],
  formulas: [],
  disclosure: [],
  measures: ['plan', 'statistics', 'formulas', 'disclosure'],
  comparisons: ['measures', 'body', 'statistics'],
  imports: ['measures', 'comparisons', 'body'],
  exports: ['measures', 'disclosure', 'body'],
  bindings: ['measures'],
  passages: [],
  quantities: ['passages'],
  tables: ['passages', 'quantities'],
  claims: ['passages', 'quantities', 'tables'],
  'figure-check': ['passages', 'quantities', 'tables', 'claims', 'measures', 'body'],
  geography: [],
  'national-tables': ['geography', 'bindings', 'measures', 'body'],
  'police-data': [
    'geography',
    'national-tables',
    'bindings',
    'measures',
    'comparisons',
    'disclosure',
    'statistics',
    'operations',
    'body',
  ],
  'local-crime': [
    'police-data',
    'geography',
    'national-tables',
    'bindings',
    'measures',
    'comparisons',
    'disclosure',
    'statistics',
  ],
  documents: ['measures', 'comparisons', 'disclosure', 'geography', 'local-crime'],
  'pre-election': [],
  reports: ['plan', 'delivery', 'measures', 'documents', 'figure-check', 'pre-election', 'body'],
  'returned-papers': ['plan', 'reports'],
  publications: ['measures', 'documents', 'reports', 'pre-election', 'body'],
  desk: ['plan', 'delivery', 'measures', 'reports', 'body'],
  'public-site': ['body', 'plan', 'delivery', 'measures', 'reports', 'publications', 'local-crime'],
  'data-pack': ['body', 'plan', 'measures'],
  'open-data': [
    'body',
    'plan',
    'delivery',
    'statistics',
    'measures',
    'comparisons',
    'exports',
    'reports',
    'public-site',
  ],
  example: [
    'body',
    'plan',
    'delivery',
    'measures',
    'comparisons',
    'imports',
    'national-tables',
    'police-data',
    'reports',
  ],
  'plan-reading': ['passages', 'tables', 'plan', 'body'],
  operations: [],
}

/** Packages that only compute: no clock, no network, no files. `domain` may use these and no others. */
const purePackages = ['diff', 'chevrotain']

/** Modules that only compute, as pure as a domain: the domain and data of others may use their front doors. */
const pureModules = ['statistics', 'formulas', 'disclosure', 'passages', 'quantities', 'tables', 'claims']

/** Packages that a module may use outside its `domain`: form schemas, and the types of pages. */
const pagePackages = ['zod', 'preact']

const tests = '[.]test[.]tsx?$'
const pureDoors = `^src/modules/(${pureModules.join('|')})/index[.]ts$`
const packages = (names) => `node_modules/(@types/)?(${names.join('|')})/`
const inModules = (names) => `^src/modules/(${names.join('|')})/`

const tree = Object.entries(uses).map(([name, allowed]) =>
  rule(
    `${name}-keeps-to-the-tree`,
    `ADR 0005: ${name} may use only ${[...allowed, 'people'].join(', ')}.`,
    { path: inModules([name]) },
    { path: '^src/modules/', pathNot: inModules([name, 'people', ...allowed]) },
  ),
)

const layers = [
  rule('no-cycles', 'ADR 0003: imports form a tree.', {}, { circular: true }),
  rule(
    'kernel-is-alone',
    'ADR 0003: kernel imports nothing else of ours.',
    { path: '^src/kernel/', pathNot: tests },
    { path: '^(src|test)/', pathNot: '^src/kernel/' },
  ),
  rule(
    'kernel-is-pure',
    'ADR 0004: no input, no output and no packages in kernel.',
    { path: '^src/kernel/', pathNot: tests },
    { dependencyTypes: ['core', 'npm', 'npm-dev'] },
  ),
  rule(
    'platform-knows-no-business',
    'ADR 0003: platform and ui never import modules, app or migrations.',
    { path: '^src/(platform|ui)/' },
    { path: '^src/(modules|app|migrations)/' },
  ),
  rule(
    'platform-knows-no-looks',
    'ADR 0003: platform asks for a frame; ui draws it.',
    { path: '^src/platform/', pathNot: tests },
    { path: '^src/ui/' },
  ),
  rule(
    'nothing-imports-app',
    'ADR 0003: app is the top.',
    { path: '^src/(?!app/)', pathNot: tests },
    { path: '^src/app/' },
  ),
  rule(
    'migrations-stand-alone',
    'ADR 0007: a migration says the same for ever, whatever the modules become.',
    { path: '^src/migrations/', pathNot: tests },
    { path: '^src/(modules|app|ui|platform/(?!db/))' },
  ),
  rule(
    'work-knows-no-tests',
    'ADR 0012: what runs in an office never imports what tests it.',
    { path: '^src/', pathNot: tests },
    { path: ['^test/', tests] },
  ),
]

const doors = [
  rule(
    'use-the-front-door',
    'ADR 0005: another module is used through its index.ts.',
    { path: '^src/modules/([^/]+)/' },
    { path: '^src/modules/', pathNot: ['^src/modules/$1/', '^src/modules/[^/]+/(index|module)[.]ts$'] },
  ),
  rule(
    'app-uses-module-ts',
    'ADR 0005: app sees module.ts only.',
    { path: '^src/app/', pathNot: tests },
    { path: '^src/modules/', pathNot: '^src/modules/[^/]+/module[.]ts$' },
  ),
  rule(
    'only-app-uses-module-ts',
    'ADR 0005: module.ts is for app.',
    { path: '^src/(?!app/)' },
    { path: '^src/modules/[^/]+/module[.]ts$' },
  ),
]

const insideModules = [
  rule(
    'domain-is-pure',
    'ADR 0004: domain imports its own domain, kernel and the listed pure packages and modules only.',
    { path: '^src/modules/([^/]+)/domain/', pathNot: tests },
    { pathNot: ['^src/modules/$1/domain/', '^src/kernel/', pureDoors, packages(purePackages)] },
  ),
  rule(
    'data-looks-down',
    'ADR 0006: data sees its own tables and domain, and no other module but the pure ones.',
    { path: '^src/modules/([^/]+)/data/', pathNot: tests },
    { path: '^src/modules/', pathNot: ['^src/modules/$1/(data|domain)/', pureDoors] },
  ),
  rule(
    'data-needs-only-the-database',
    'ADR 0006: data does not know the web, people or the command line.',
    { path: '^src/modules/[^/]+/data/', pathNot: tests },
    { path: '^src/(ui/|platform/(?!db/|lake/|errors[.]ts))' },
  ),
  rule(
    'actions-know-no-web',
    'ADR 0006: the same action serves the web and the command line.',
    { path: '^src/modules/[^/]+/actions/', pathNot: tests },
    { path: ['^src/modules/[^/]+/(pages|cli)/', '^src/platform/(web|cli)/', '^src/ui/'] },
  ),
  rule(
    'commands-know-no-web',
    'ADR 0006: a command prints; it draws no pages.',
    { path: '^src/modules/[^/]+/cli/', pathNot: tests },
    { path: ['^src/modules/[^/]+/pages/', '^src/platform/web/', '^src/ui/'] },
  ),
  rule(
    'pages-do-not-write',
    'ADR 0006: pages and commands write through actions.',
    { path: '^src/modules/[^/]+/(pages|cli)/', pathNot: tests },
    { path: '[.](store|tables)[.]ts$' },
  ),
]

const outsiders = [
  rule(
    'drivers-stay-in-platform',
    'ADR 0002: swap a driver by editing one folder.',
    { path: '^src/(modules|ui|migrations)/', pathNot: tests },
    { path: packages(['kysely', 'pg', 'fastify', '@fastify/[^/]+']) },
  ),
  rule(
    'modules-use-few-packages',
    'ADR 0002: a package that a module may use is listed at the top of this file.',
    { path: '^src/modules/', pathNot: tests },
    { path: 'node_modules/', pathNot: packages([...purePackages, ...pagePackages, 'kysely', 'pg', 'fastify']) },
  ),
  rule(
    'no-dev-packages-in-src',
    'ADR 0002: an office that installs without the development packages must run.',
    { path: '^src/', pathNot: tests },
    { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: 'node_modules/@types/' },
  ),
  rule('no-lost-imports', 'ADR 0003: every import leads somewhere.', { path: '^src/' }, { couldNotResolve: true }),
]

module.exports = {
  uses,
  forbidden: [...layers, ...doors, ...tree, ...insideModules, ...outsiders],
  options: {
    doNotFollow: { path: ['node_modules', '^test/'] },
    exclude: { path: '^dist/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['types', 'import', 'node', 'default'] },
  },
}
