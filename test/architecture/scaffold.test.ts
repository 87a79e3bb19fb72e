import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { importBreaches } from './imports.js'
import { ROOT } from './source-files.js'

const folder = mkdtempSync(join(tmpdir(), 'scaffold-'))
const settings = ['package.json', 'tsconfig.json', 'biome.json', '.dependency-cruiser.cjs', '.gitignore']

function run(program: string, ...args: string[]): { status: number | null; output: string } {
  const env = { ...process.env, NODE_TEST_CONTEXT: undefined }
  const { status, stdout, stderr } = spawnSync(program, args, { cwd: folder, env, encoding: 'utf8' })
  return { status, output: stdout + stderr }
}

const bin = (name: string) => join(ROOT, 'node_modules/.bin', name)
const made: string[] = []

describe('what npm run new writes', () => {
  before(() => {
    for (const name of ['src', 'test', 'tools', ...settings]) {
      cpSync(join(ROOT, name), join(folder, name), { recursive: true })
    }
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'))
    for (const words of ['module grants', 'page grants award-grant', 'migration grants add-funds']) {
      const { status, output } = run('node', 'tools/new.ts', ...words.split(' '))
      assert.equal(status, 0, output)
      made.push(...output.split('\n').flatMap((line) => line.match(/^ {2}(\S+)$/)?.[1] ?? []))
    }
  })
  after(() => rmSync(folder, { recursive: true }))

  it('is a module, a page with its test, and a migration, each in its place and listed', () => {
    assert.deepEqual(
      [...new Set(made)].sort(),
      [
        '.dependency-cruiser.cjs',
        'src/app/modules.ts',
        'src/migrations/all.ts',
        ...made.filter((path) => /^src\/migrations\/\d{4}-grants-add-funds\.ts$/.test(path)),
        'src/modules/grants/README.md',
        'src/modules/grants/index.ts',
        'src/modules/grants/module.ts',
        'src/modules/grants/pages/award-grant.page.test.ts',
        'src/modules/grants/pages/award-grant.page.tsx',
        'src/modules/grants/permissions.ts',
        'test/architecture/rules.test.ts',
      ].sort(),
    )
  })

  it('has no type error', () => {
    const { output } = run(bin('tsc'), '--noEmit')
    const faults = output.split('\n').filter((line) => made.some((path) => line.startsWith(path)))
    assert.deepEqual(faults, [])
  })

  it('is laid out and written as the project asks', () => {
    const code = made.filter((path) => !path.endsWith('.md'))
    const { status, output } = run(bin('biome'), 'ci', '--colors=off', ...code)
    assert.equal(status, 0, output)
  })

  it('keeps to the import rules', async () => {
    const { breaches } = await importBreaches(folder)
    const its = breaches.filter(({ from }) => from.includes('/grants/'))
    assert.deepEqual(its, [])
  })

  it('is a page that opens, with tests that pass', () => {
    assert.equal(run('node', 'tools/build.ts').status, 0)
    const { status, output } = run('node', '--test', 'dist/src/modules/grants/pages/award-grant.page.test.js')
    assert.equal(status, 0, output)
  })

  it('is found by its address', () => {
    const { status, output } = run('node', 'tools/where.ts', '/staff/grants/award-grant')
    assert.equal(status, 0, output)
    assert.match(output, /page +src\/modules\/grants\/pages\/award-grant\.page\.tsx/)
    assert.match(output, /test +src\/modules\/grants\/pages\/award-grant\.page\.test\.ts/)
    assert.match(output, /permission +grants:read \(office\)/)
  })

  it('is refused where something of that name is there already', () => {
    const { status, output } = run('node', 'tools/new.ts', 'module', 'grants')
    assert.equal(status, 2)
    assert.match(output, /already there/)
  })
})
