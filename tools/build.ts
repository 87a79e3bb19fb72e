import { createHash } from 'node:crypto'
import { existsSync, globSync, statSync } from 'node:fs'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { transform } from 'esbuild'
import { buildAssets } from './build-assets.ts'
import { joinCommand } from './build-command.ts'

/** What one build did: how many outputs there are, how many were rewritten or removed, and what would not compile. */
export type BuildResult = { files: number; written: number; removed: number; problems: string[] }

const trees = ['src', 'test', 'bench']
const copied = /\.(json|sql|csv|txt|html|svg)$/
const tsconfigRaw = {
  compilerOptions: { jsx: 'react-jsx', jsxImportSource: 'preact', verbatimModuleSyntax: true },
} as const

/** Compiles every source file, one by one, into `dist/`, so that a slip in one file does not hold up the others. */
export async function buildCode(root: string): Promise<BuildResult> {
  const sources = (await Promise.all(trees.map((tree) => filesUnder(join(root, tree))))).flat()
  const results = await someAtOnce(sources, (source) => outputsOf(root, source))
  const outputs = new Map(results.flatMap((result) => result.outputs))
  const problems = results.flatMap((result) => result.problems)
  const written = await someAtOnce([...outputs], ([path, content]) => writeIfChanged(path, content))
  const unbuilt = new Set(results.flatMap((result) => result.kept))
  const removed = await removeStale(root, (path) => outputs.has(path) || unbuilt.has(path))
  return { files: outputs.size, written: written.filter(Boolean).length, removed, problems }
}

/** A machine may let a program open a thousand files at a time, and there are more. */
const MOST_AT_ONCE = 200

async function someAtOnce<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const done: R[] = []
  for (let at = 0; at < items.length; at += MOST_AT_ONCE)
    done.push(...(await Promise.all(items.slice(at, at + MOST_AT_ONCE).map(work))))
  return done
}

type Outputs = { outputs: [string, string | Uint8Array][]; kept: string[]; problems: string[] }

async function outputsOf(root: string, source: string): Promise<Outputs> {
  const target = join(root, 'dist', relative(root, source))
  if (source.endsWith('.d.ts')) return { outputs: [], kept: [], problems: [] }
  if (copied.test(source)) return { outputs: [[target, await readFile(source)]], kept: [], problems: [] }
  if (!/\.tsx?$/.test(source)) return { outputs: [], kept: [], problems: [] }
  const compiled = target.replace(/\.tsx?$/, '.js')
  try {
    const { code, map } = await transform(await readFile(source, 'utf8'), {
      loader: source.endsWith('x') ? 'tsx' : 'ts',
      format: 'esm',
      target: 'node24',
      sourcemap: 'external',
      sourcefile: relative(dirname(compiled), source),
      sourcesContent: false,
      tsconfigRaw,
      logLevel: 'silent',
    })
    const link = `//# sourceMappingURL=${compiled.split('/').at(-1)}.map\n`
    const outputs: Outputs['outputs'] = [[compiled, code + link]]
    return { outputs: [...outputs, [`${compiled}.map`, map]], kept: [], problems: [] }
  } catch (problem) {
    return { outputs: [], kept: [compiled, `${compiled}.map`], problems: [String(problem)] }
  }
}

async function filesUnder(folder: string): Promise<string[]> {
  if (!existsSync(folder)) return []
  const entries = await readdir(folder, { withFileTypes: true, recursive: true })
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
}

/** Written beside and renamed, so that a server or test reading the old file never sees half of the new one. */
async function writeIfChanged(path: string, content: string | Uint8Array): Promise<boolean> {
  const before = await readFile(path).catch(() => undefined)
  if (before?.equals(Buffer.from(content))) return false
  await mkdir(dirname(path), { recursive: true })
  const beside = `${path}.${process.pid}.new`
  await writeFile(beside, content)
  await rename(beside, path)
  return true
}

async function removeStale(root: string, wanted: (path: string) => boolean): Promise<number> {
  const built = (await Promise.all(trees.map((tree) => filesUnder(join(root, 'dist', tree))))).flat()
  const stale = built.filter((path) => !wanted(path) && !path.endsWith('.new'))
  await Promise.all(stale.map((path) => rm(path, { force: true })))
  return stale.length
}

const builtFrom = ['{src,test,bench}/**/*', 'tools/build*.ts', 'tsconfig.json', 'package-lock.json']

/** A fingerprint of everything that a build reads, by name, size and time of change. */
function fingerprint(root: string): string {
  const hash = createHash('sha256')
  for (const path of globSync(builtFrom, { cwd: root }).sort()) {
    const { size, mtimeMs } = statSync(join(root, path))
    hash.update(`${path} ${size} ${mtimeMs}\n`)
  }
  return hash.digest('hex')
}

async function build(root: string): Promise<void> {
  const started = performance.now()
  const { files, written, removed, problems } = await buildCode(root)
  await buildAssets()
  if (problems.length === 0) problems.push(...(await writeCommand(root)))
  for (const problem of problems) console.error(problem)
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  console.log(`Built ${files} files (${written} changed, ${removed} removed) in ${seconds} s`)
  if (problems.length > 0) process.exitCode = 1
}

/** The installed command in a few files: written once the single files are, or left as it was where it cannot be. */
async function writeCommand(root: string): Promise<readonly string[]> {
  const { outputs, problems } = await joinCommand(root)
  if (problems.length > 0) return problems
  await Promise.all([...outputs].map(([path, content]) => writeIfChanged(path, content)))
  const stale = (await filesUnder(join(root, 'dist', 'command'))).filter((path) => !outputs.has(path))
  await Promise.all(stale.map((path) => rm(path, { force: true })))
  return []
}

async function main(): Promise<void> {
  const root = dirname(import.meta.dirname)
  const stamp = join(root, 'dist', 'built-from')
  const sources = fingerprint(root)
  const before = await readFile(stamp, 'utf8').catch(() => '')
  if (process.argv.includes('--if-changed') && before === sources) return
  await build(root)
  if (process.exitCode !== 1) await writeIfChanged(stamp, sources)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main()
