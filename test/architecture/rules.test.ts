import assert from 'node:assert/strict'
import { cpSync, globSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { after, describe, it } from 'node:test'
import { importBreaches } from './imports.js'

const root = join(import.meta.dirname, '../../..')
const { forbidden } = createRequire(import.meta.url)(join(root, '.dependency-cruiser.cjs'))
const folders: string[] = []
after(() => {
  for (const folder of folders) rmSync(folder, { recursive: true })
})

/** What is planted to break each rule: a file, and the file or package that it must not import. */
const plants: [rule: string, from: string, to: string][] = [
  ['no-cycles', 'src/ui/a.ts', 'src/ui/a.ts'],
  ['kernel-is-alone', 'src/kernel/money.ts', 'src/platform/errors.ts'],
  ['kernel-is-pure', 'src/kernel/money.ts', 'node:fs'],
  ['kernel-is-pure', 'src/kernel/money.ts', 'kysely'],
  ['platform-knows-no-business', 'src/platform/web/page.ts', 'src/modules/plan/index.ts'],
  ['platform-knows-no-looks', 'src/platform/web/page.ts', 'src/ui/frame.tsx'],
  ['nothing-imports-app', 'src/modules/plan/actions/publish-version.ts', 'src/app/main.ts'],
  ['migrations-stand-alone', 'src/migrations/0001-plan.ts', 'src/modules/plan/index.ts'],
  ['work-knows-no-tests', 'src/ui/frame.tsx', 'test/support/office.ts'],
  ['use-the-front-door', 'src/modules/delivery/pages/action.page.tsx', 'src/modules/plan/data/plan.queries.ts'],
  ['app-uses-module-ts', 'src/app/main.ts', 'src/modules/plan/index.ts'],
  ['only-app-uses-module-ts', 'src/modules/delivery/actions/add-action.ts', 'src/modules/plan/module.ts'],
  ['people-keeps-to-the-tree', 'src/modules/people/pages/account.page.tsx', 'src/modules/plan/index.ts'],
  ['body-keeps-to-the-tree', 'src/modules/body/pages/body.page.tsx', 'src/modules/plan/index.ts'],
  ['plan-keeps-to-the-tree', 'src/modules/plan/pages/plan.page.tsx', 'src/modules/delivery/index.ts'],
  ['delivery-keeps-to-the-tree', 'src/modules/delivery/pages/action.page.tsx', 'src/modules/measures/index.ts'],
  ['measures-keeps-to-the-tree', 'src/modules/measures/pages/measure.page.tsx', 'src/modules/delivery/index.ts'],
  ['reports-keeps-to-the-tree', 'src/modules/reports/pages/report.page.tsx', 'src/modules/desk/index.ts'],
  ['desk-keeps-to-the-tree', 'src/modules/desk/pages/desk.page.tsx', 'src/modules/public-site/index.ts'],
  ['public-site-keeps-to-the-tree', 'src/modules/public-site/pages/home.page.tsx', 'src/modules/desk/index.ts'],
  ['open-data-keeps-to-the-tree', 'src/modules/open-data/pages/feed.page.tsx', 'src/modules/desk/index.ts'],
  ['example-keeps-to-the-tree', 'src/modules/example/actions/create-example.ts', 'src/modules/desk/index.ts'],
  ['statistics-keeps-to-the-tree', 'src/modules/statistics/actions/act.ts', 'src/modules/desk/index.ts'],
  ['formulas-keeps-to-the-tree', 'src/modules/formulas/actions/act.ts', 'src/modules/desk/index.ts'],
  ['disclosure-keeps-to-the-tree', 'src/modules/disclosure/actions/act.ts', 'src/modules/desk/index.ts'],
  ['comparisons-keeps-to-the-tree', 'src/modules/comparisons/actions/act.ts', 'src/modules/desk/index.ts'],
  ['imports-keeps-to-the-tree', 'src/modules/imports/actions/act.ts', 'src/modules/desk/index.ts'],
  ['exports-keeps-to-the-tree', 'src/modules/exports/actions/act.ts', 'src/modules/desk/index.ts'],
  ['data-pack-keeps-to-the-tree', 'src/modules/data-pack/actions/act.ts', 'src/modules/desk/index.ts'],
  ['passages-keeps-to-the-tree', 'src/modules/passages/actions/act.ts', 'src/modules/desk/index.ts'],
  ['quantities-keeps-to-the-tree', 'src/modules/quantities/actions/act.ts', 'src/modules/desk/index.ts'],
  ['tables-keeps-to-the-tree', 'src/modules/tables/actions/act.ts', 'src/modules/desk/index.ts'],
  ['claims-keeps-to-the-tree', 'src/modules/claims/actions/act.ts', 'src/modules/desk/index.ts'],
  ['figure-check-keeps-to-the-tree', 'src/modules/figure-check/actions/act.ts', 'src/modules/desk/index.ts'],
  ['geography-keeps-to-the-tree', 'src/modules/geography/actions/act.ts', 'src/modules/desk/index.ts'],
  ['bindings-keeps-to-the-tree', 'src/modules/bindings/actions/act.ts', 'src/modules/desk/index.ts'],
  ['national-tables-keeps-to-the-tree', 'src/modules/national-tables/actions/act.ts', 'src/modules/desk/index.ts'],
  ['police-data-keeps-to-the-tree', 'src/modules/police-data/actions/act.ts', 'src/modules/desk/index.ts'],
  ['local-crime-keeps-to-the-tree', 'src/modules/local-crime/actions/act.ts', 'src/modules/desk/index.ts'],
  ['documents-keeps-to-the-tree', 'src/modules/documents/actions/act.ts', 'src/modules/desk/index.ts'],
  ['plan-reading-keeps-to-the-tree', 'src/modules/plan-reading/actions/act.ts', 'src/modules/desk/index.ts'],
  ['operations-keeps-to-the-tree', 'src/modules/operations/actions/act.ts', 'src/modules/desk/index.ts'],
  ['pre-election-keeps-to-the-tree', 'src/modules/pre-election/actions/act.ts', 'src/modules/desk/index.ts'],
  ['returned-papers-keeps-to-the-tree', 'src/modules/returned-papers/actions/act.ts', 'src/modules/desk/index.ts'],
  ['publications-keeps-to-the-tree', 'src/modules/publications/actions/act.ts', 'src/modules/desk/index.ts'],
  ['domain-is-pure', 'src/modules/plan/domain/plan.ts', 'src/platform/errors.ts'],
  ['domain-is-pure', 'src/modules/plan/domain/plan.ts', 'zod'],
  ['domain-is-pure', 'src/modules/plan/domain/plan.ts', 'node:fs'],
  ['data-looks-down', 'src/modules/plan/data/plan.queries.ts', 'src/modules/plan/actions/publish-version.ts'],
  ['data-needs-only-the-database', 'src/modules/plan/data/plan.store.ts', 'src/platform/web/page.ts'],
  ['actions-know-no-web', 'src/modules/plan/actions/publish-version.ts', 'src/platform/web/page.ts'],
  ['commands-know-no-web', 'src/modules/plan/cli/publish.cli.ts', 'src/ui/frame.tsx'],
  ['pages-do-not-write', 'src/modules/plan/pages/plan.page.tsx', 'src/modules/plan/data/plan.store.ts'],
  ['drivers-stay-in-platform', 'src/modules/plan/data/plan.queries.ts', 'kysely'],
  ['modules-use-few-packages', 'src/modules/plan/actions/publish-version.ts', 'unified'],
  ['no-dev-packages-in-src', 'src/platform/web/page.ts', 'cheerio'],
  ['no-lost-imports', 'src/ui/frame.tsx', './nowhere.js'],
]

/** A small tree of its own, under the project's rules, in which one file imports another. */
async function rulesBrokenBy(imports: [from: string, to: string][], asWritten = relativeImport): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'import-rules-'))
  folders.push(folder)
  for (const name of ['package.json', 'tsconfig.json', '.dependency-cruiser.cjs']) {
    cpSync(join(root, name), join(folder, name))
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  for (const [, to] of imports) if (/^(src|test)\//.test(to)) write(to, 'export const planted = 1\n')
  for (const [from, to] of imports) write(from, `${asWritten(from, to)}\nexport const planting = 1\n`)
  const { breaches, filesRead } = await importBreaches(folder)
  assert.ok(filesRead.length > 0, 'read no file')
  return [...new Set(breaches.map(({ rule }) => rule))]
}

/** Imports of our own files are planted as types only, which is how layers usually leak. */
function relativeImport(from: string, to: string): string {
  if (!/^(src|test)\//.test(to)) return `import * as planted from '${to}'\nexport { planted }`
  return `import type { planted } from './${relative(dirname(from), to).replace(/tsx?$/, 'js')}'`
}

describe('the import rules', () => {
  it('find no breach in the source', async () => {
    const { breaches } = await importBreaches(root)
    assert.deepEqual(
      breaches.map(({ rule, from, to, why }) => `${from} imports ${to}: ${why} (${rule})`),
      [],
    )
  })

  it('were read against every source file, so that silence means something', async () => {
    const { filesRead } = await importBreaches(root)
    const source = globSync('src/**/*.{ts,tsx}', { cwd: root })
    assert.ok(source.length > 0)
    assert.deepEqual(
      source.filter((path) => !filesRead.includes(path)),
      [],
    )
  })

  it('leave a well-shaped module alone', async () => {
    const shape: [string, string][] = [
      ['src/app/modules.ts', 'src/modules/delivery/module.ts'],
      ['src/modules/delivery/module.ts', 'src/modules/delivery/pages/action.page.tsx'],
      ['src/modules/delivery/pages/action.page.tsx', 'src/modules/plan/index.ts'],
      ['src/modules/plan/index.ts', 'src/modules/plan/data/plan.queries.ts'],
      ['src/modules/plan/data/plan.queries.ts', 'src/modules/plan/domain/plan.ts'],
      ['src/modules/plan/domain/plan.ts', 'src/kernel/dates.ts'],
      ['src/modules/plan/domain/compare.ts', 'diff'],
    ]
    assert.deepEqual(await rulesBrokenBy(shape), [])
  })

  it('follow the short names of folders as they follow paths', async () => {
    const named = () => `import type { planted } from '#platform/errors.js'`
    const broken = await rulesBrokenBy([['src/kernel/money.ts', 'src/platform/errors.ts']], named)
    assert.deepEqual(broken, ['kernel-is-alone'])
  })

  it('catch two files that import each other', async () => {
    const circle: [string, string][] = [
      ['src/ui/frame.tsx', 'src/ui/page.tsx'],
      ['src/ui/page.tsx', 'src/ui/frame.tsx'],
    ]
    assert.deepEqual(await rulesBrokenBy(circle), ['no-cycles'])
  })

  it('each have a breach planted below', () => {
    const rules = forbidden.map(({ name }: { name: string }) => name)
    assert.deepEqual(new Set(plants.map(([rule]) => rule)), new Set(rules))
  })

  for (const [rule, from, to] of plants) {
    it(`catch ${from} importing ${to} (${rule})`, async () => {
      assert.deepEqual(await rulesBrokenBy([[from, to]]), [rule])
    })
  }
})
