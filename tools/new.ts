import { spawnSync } from 'node:child_process'
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import * as templates from './templates.ts'

const root = process.cwd()
const touched: string[] = []
const textOf = (path: string) => readFileSync(join(root, path), 'utf8')

function create(path: string, text: string): void {
  if (existsSync(join(root, path))) throw new Error(`${path} is already there`)
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
  touched.push(path)
}

/** Changes one place of a file that is there, and says so if the place is not. */
function amend(path: string, place: RegExp, replacement: string): void {
  const text = textOf(path)
  if (!place.test(text)) throw new Error(`${path} has no place for it: expected ${place}`)
  writeFileSync(join(root, path), text.replace(place, replacement))
  touched.push(path)
}

function plainName(name: string | undefined, what: string): string {
  if (name && /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name)) return name
  throw new Error(`Give the ${what} a name in small letters with hyphens, like monthly-summary`)
}

function existingModule(name: string | undefined): string {
  const module = plainName(name, 'module')
  if (!existsSync(join(root, 'src/modules', module))) throw new Error(`There is no module src/modules/${module}`)
  return module
}

function newPage([moduleName, pageName, given]: string[]): void {
  const module = existingModule(moduleName)
  const name = plainName(pageName, 'page')
  const address = given ?? `/staff/${module}/${name}`
  const permission = textOf(`src/modules/${module}/permissions.ts`).match(/'([a-z-]+:[a-z-]+)'/)?.[1]
  if (!permission) throw new Error(`src/modules/${module}/permissions.ts names no permission yet`)
  const page = { module, name, address, permission }
  const folder = `src/modules/${module}`
  amend(`${folder}/module.ts`, /routes: \[/, `routes: [${templates.camelCase(name)}Page, `)
  amend(`${folder}/module.ts`, /^/, `import { ${templates.camelCase(name)}Page } from './pages/${name}.page.js'\n`)
  create(`${folder}/pages/${name}.page.tsx`, templates.page(page))
  create(`${folder}/pages/${name}.page.test.ts`, templates.pageTest(page))
}

function newModule([given]: string[]): void {
  const name = plainName(given, 'module')
  const folder = `src/modules/${name}`
  create(`${folder}/README.md`, templates.readme(name))
  create(`${folder}/permissions.ts`, templates.permissions(name))
  create(`${folder}/index.ts`, templates.index(name))
  create(`${folder}/module.ts`, templates.module(name))
  const exported = `${templates.camelCase(name)}Module`
  amend('src/app/modules.ts', /^/, `import { ${exported} } from '#modules/${name}/module.js'\n`)
  amend('src/app/modules.ts', /(MODULES[^=]*= \[)/, `$1${exported}, `)
  amend('.dependency-cruiser.cjs', /(const uses = \{[^}]*)\}/, `$1  '${name}': [],\n}`)
  const plant = `['${name}-keeps-to-the-tree', '${folder}/actions/act.ts', 'src/modules/desk/index.ts'],`
  amend('test/architecture/rules.test.ts', /(\n *\['domain-is-pure')/, `\n  ${plant}$1`)
}

function newMigration([moduleName, what]: string[]): void {
  const module = existingModule(moduleName)
  const change = plainName(what, 'migration')
  const last = globSync('src/migrations/[0-9][0-9][0-9][0-9]-*.ts', { cwd: root }).filter((f) => !f.includes('.test.'))
  const number = String(last.length + 1).padStart(4, '0')
  const name = `${number}-${module}-${change}`
  const exported = templates.camelCase(`${module}-${change}`)
  create(`src/migrations/${name}.ts`, templates.migration(name, exported))
  amend('src/migrations/all.ts', /(import type [^\n]+\n)/, `$1import { ${exported} } from './${name}.js'\n`)
  amend('src/migrations/all.ts', /(MIGRATIONS[^=]*= \[[^\]]*?),?\s*\]/, `$1, ${exported}]`)
}

const kinds: Record<string, { make: (words: string[]) => void; usage: string }> = {
  page: { make: newPage, usage: 'npm run new page <module> <name> [address]' },
  module: { make: newModule, usage: 'npm run new module <name>' },
  migration: { make: newMigration, usage: 'npm run new migration <module> <what-changes>' },
}

const [kind = '', ...words] = process.argv.slice(2)
const chosen = kinds[kind]
try {
  if (!chosen)
    throw new Error(
      Object.values(kinds)
        .map(({ usage }) => usage)
        .join('\n'),
    )
  chosen.make(words)
  const files = [...new Set(touched)]
  const code = files.filter((path) => !path.endsWith('.md'))
  spawnSync(join(root, 'node_modules/.bin/biome'), ['check', '--write', ...code], { cwd: root, stdio: 'ignore' })
  console.log(files.map((path) => `  ${path}`).join('\n'))
  console.log('Now say what it is for, in the office’s words, and run: npm run check')
} catch (problem) {
  console.error(problem instanceof Error ? problem.message : problem)
  if (chosen) console.error(chosen.usage)
  process.exitCode = 2
}
