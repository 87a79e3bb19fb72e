import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { MODULES } from '#app/modules.js'
import type { Module } from '#platform/module.js'
import type { Route } from '#platform/web/route.js'

const root = dirname(import.meta.dirname)
const textOf = (path: string) => readFileSync(join(root, path), 'utf8')

/** The route that answers an address: exact words before names, as the server chooses. */
function routeAt(address: string): { module: Module; route: Route } | undefined {
  const path = address.replace(/^https?:\/\/[^/]+/, '').replace(/[?#].*$/, '')
  const found = MODULES.flatMap((module) => module.routes.map((route) => ({ module, route }))).filter(
    ({ route }) => route.path === path || patternOf(route.path).test(path),
  )
  const names = ({ route }: { route: Route }) => (route.path === path ? -1 : route.path.split(':').length)
  return found.sort((a, b) => names(a) - names(b))[0]
}

function patternOf(path: string): RegExp {
  const escaped = path.replaceAll('.', '\\.').replaceAll(/:[A-Za-z]+/g, '[^/]+?')
  return new RegExp(`^${escaped}/?$`)
}

/** The file that declares the address. */
function fileOf(path: string): string | undefined {
  const sources = globSync('src/**/*.{ts,tsx}', { cwd: root }).filter((file) => !/\.test\.tsx?$/.test(file))
  const holding = sources.filter((file) => textOf(file).includes(`'${path}'`))
  const declares = new RegExp(`\\b(page|file)\\(\\s*'${path.replaceAll('.', '\\.')}'`)
  return holding.find((file) => declares.test(textOf(file))) ?? holding.find((file) => file.includes('/pages/'))
}

/** The file and everything of its own module that it leads to. */
function reachFrom(file: string, reached = new Set<string>()): Set<string> {
  if (reached.has(file) || !existsSync(join(root, file))) return reached
  reached.add(file)
  for (const [, target = ''] of textOf(file).matchAll(/from '(\.[^']+)'/g)) {
    const plain = relative(root, join(root, dirname(file), target)).replace(/\.js$/, '')
    for (const candidate of [`${plain}.ts`, `${plain}.tsx`]) reachFrom(candidate, reached)
  }
  return reached
}

function report({ module, route }: { module: Module; route: Route }, file: string): void {
  const files = [...reachFrom(file)].sort()
  const doors = new Set(
    files.flatMap((path) => [...textOf(path).matchAll(/'#modules\/([a-z-]+)\//g)].map(([, m]) => m)),
  )
  const test = file.replace(/\.tsx?$/, '.test')
  const holders = module.permissions[route.permission]?.join(', ')
  const rows: [string, string[]][] = [
    ['page', [file]],
    ['test', [`${test}.ts`, `${test}.tsx`].filter((path) => existsSync(join(root, path)))],
    ['view', files.filter((path) => path.includes('/pages/') && path !== file)],
    ['action', files.filter((path) => path.includes('/actions/'))],
    ['reads', files.filter((path) => path.endsWith('.queries.ts'))],
    ['writes', files.filter((path) => path.endsWith('.store.ts'))],
    ['rules', files.filter((path) => path.includes('/domain/'))],
    ['modules', [...doors].map((name) => `src/modules/${name}/index.ts`)],
    ['permission', [`${route.permission}${holders ? ` (${holders})` : ''}`]],
  ]
  console.log(`${route.path}  in ${module.name}`)
  for (const [label, values] of rows) {
    for (const [index, value] of values.entries()) console.log(`  ${(index ? '' : label).padEnd(11)} ${value}`)
  }
}

const address = process.argv[2]
const found = address === undefined ? undefined : routeAt(address)
const file = found && fileOf(found.route.path)
if (found && file) {
  report(found, file)
} else {
  console.error(address ? `No page answers ${address}.` : 'Say which address: npm run where /staff/plans')
  for (const { name, routes } of MODULES) console.error(`  ${name}: ${routes.map(({ path }) => path).join('  ')}`)
  process.exitCode = 1
}
