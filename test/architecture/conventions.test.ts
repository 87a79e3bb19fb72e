import assert from 'node:assert/strict'
import { existsSync, globSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { MODULES } from '#app/modules.js'
import { MIGRATIONS } from '#migrations/all.js'
import { ROOT, sourceFiles, textOf } from './source-files.js'

const { uses }: { uses: Record<string, string[]> } = createRequire(import.meta.url)(
  join(ROOT, '.dependency-cruiser.cjs'),
)
const modules = globSync('src/modules/*', { cwd: ROOT })
  .map((path) => path.slice('src/modules/'.length))
  .sort()
const has = (path: string) => existsSync(join(ROOT, path))

/** Says of each thing what is wrong with it, and expects that there is nothing to say. */
function expectNothing(faults: readonly (string | false | undefined)[]): void {
  assert.deepEqual(
    faults.filter((fault) => typeof fault === 'string'),
    [],
  )
}

describe('every module', () => {
  it('has a place in the module tree, and the tree names no other', () => {
    assert.deepEqual(modules, Object.keys(uses).sort())
  })

  it('has a README of its own, a list for the application, and a front door where another may use it', () => {
    const isUsed = (name: string) => name === 'people' || Object.values(uses).flat().includes(name)
    expectNothing(
      modules.flatMap((name) => [
        !has(`src/modules/${name}/README.md`) && `${name} has no README.md`,
        !has(`src/modules/${name}/module.ts`) && `${name} has no module.ts`,
        isUsed(name) && !has(`src/modules/${name}/index.ts`) && `${name} has no index.ts`,
      ]),
    )
  })

  it('reads figures with the public in mind where the public reads: nothing that is withheld can come through', () => {
    const files = sourceFiles('src/modules/{public-site,open-data,exports,reports}/**/*')
    expectNothing(
      files.flatMap((path) => {
        const text = textOf(path)
        const isRaw = /\b(everyVintageOf|seriesOf|areaSeriesOf|vintagesOf|figureFor)\(/.test(text)
        return [
          !/[.]test[.]/.test(path) && /\bmeasurePictures?\b/.test(text) && `${path} reads figures as staff see them`,
          !/[.]test[.]/.test(path) &&
            isRaw &&
            !text.includes('publicView') &&
            `${path} reads figures without publicView`,
        ]
      }),
    )
  })

  it('is registered with the application under its own name', () => {
    assert.deepEqual(MODULES.map(({ name }) => name).sort(), modules)
  })

  it('keeps its files in folders that the design names, no deeper', () => {
    const role = /^src\/modules\/[a-z-]+\/(domain|data|actions|document|pages|cli|jobs)\/[a-z0-9.-]+$/
    const top = /^src\/modules\/[a-z-]+\/(README\.md|index\.ts|module\.ts|permissions\.ts|[a-z-]+\.(db\.)?test\.ts)$/
    expectNothing(
      sourceFiles('src/modules/**/*').map((path) => !role.test(path) && !top.test(path) && `${path} is out of place`),
    )
  })

  it('keeps its permissions in permissions.ts, under its own name', () => {
    expectNothing(
      MODULES.flatMap(({ name, permissions }) => {
        const held = Object.keys(permissions)
        return [
          held.length > 0 && !has(`src/modules/${name}/permissions.ts`) && `${name} has no permissions.ts`,
          ...held.map((permission) => !/^[a-z-]+:[a-z-]+$/.test(permission) && `${permission} is not module:verb`),
        ]
      }),
    )
  })
})

describe('every page and download', () => {
  const routes = MODULES.flatMap((module) => module.routes)

  it('has an address that no other has', () => {
    const shapes = routes.map(({ path }) => path.replaceAll(/:[^/.]+/g, ':'))
    expectNothing(shapes.filter((shape, index) => shapes.indexOf(shape) !== index))
  })

  it('asks for a permission that some module grants', () => {
    const granted = new Set(MODULES.flatMap(({ permissions }) => Object.keys(permissions)))
    assert.ok(routes.length > 0)
    expectNothing(routes.map(({ path, permission }) => !granted.has(permission) && `${path} asks for ${permission}`))
  })

  it('has tests beside it', () => {
    expectNothing(
      sourceFiles('src/modules/*/pages/*.page.tsx').map((path) => {
        const test = path.replace(/tsx$/, 'test.ts')
        return !has(test) && !has(`${test}x`) && `${path} has no ${test.split('/').at(-1)}`
      }),
    )
  })
})

describe('every action', () => {
  it('asks for permissions that some module grants', () => {
    const granted = new Set(MODULES.flatMap(({ permissions }) => Object.keys(permissions)))
    const asked = sourceFiles('src/modules/*/actions/*.ts').flatMap((path) =>
      [...textOf(path).matchAll(/requirePermission\(\s*\w+,\s*'([^']+)'/g)].map(([, name = '']) => ({ path, name })),
    )
    expectNothing(asked.map(({ path, name }) => !granted.has(name) && `${path} asks for ${name}`))
  })
})

describe('every table', () => {
  const prefixes = [...modules.map((name) => name.replaceAll('-', '_')), 'audit', 'files']
  const belongs = (table: string) => prefixes.some((prefix) => table.startsWith(`${prefix}_`))

  it('has the name of its module first', () => {
    const tables = sourceFiles('src/migrations/*.ts').flatMap((path) =>
      [...textOf(path).matchAll(/createTable\(\s*'([^']+)'/g)].map(([, table = '']) => table),
    )
    assert.ok(tables.length > 0)
    expectNothing(tables.map((table) => !belongs(table) && `${table} belongs to no module`))
  })

  it('is typed by its own module only', () => {
    expectNothing(
      sourceFiles('src/modules/*/data/*.tables.ts').flatMap((path) => {
        const own = path.split('/')[2]?.replaceAll('-', '_')
        const tables = [...textOf(path).matchAll(/^ {2}([a-z_0-9]+):/gm)].map(([, table = '']) => table)
        return tables.map((table) => belongs(table) && !table.startsWith(`${own}_`) && `${path} types ${table}`)
      }),
    )
  })
})

describe('every migration', () => {
  it('is numbered after the one before it, and listed in that order', () => {
    const files = sourceFiles('src/migrations/[0-9]*.ts').filter((path) => !path.includes('.test.'))
    const names = files.map((path) => path.slice('src/migrations/'.length, -'.ts'.length))
    assert.deepEqual(
      MIGRATIONS.map(({ name }) => name),
      names,
    )
    expectNothing(names.map((name, index) => Number(name.slice(0, 4)) !== index + 1 && `${name} leaves a gap`))
  })
})

describe('the server', () => {
  /** Those that talk to another machine besides the database, at an address that settings name and nobody enters. */
  const TALKS = ['src/platform/auth/sign-in-service.ts', 'src/platform/files/s3-store.ts']

  it('fetches nothing that anybody enters: only named files reach another machine', () => {
    const reaches =
      /\bfetch\(|\bhttps?\.(get|request)\(|from 'node:(https|net|tls|dgram|dns|http2)(\/promises)?'|import\('openid-client'\)|new WebSocket/
    const found = sourceFiles('src/**/*').filter(
      (path) => !/[.]test[.]|^src\/ui\/static\//.test(path) && reaches.test(textOf(path)),
    )
    assert.deepEqual(found.sort(), TALKS)
  })
})
