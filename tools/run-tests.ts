import { spawn } from 'node:child_process'
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { type PrivatePostgres, startPostgres } from '../test/support/postgres.ts'
import type { Tally } from './run-suite.ts'

/** A suite: either one command that passes or fails, or the test files that match a pattern. */
type Suite = { name: string; command: string[] } | TestSuite
type TestSuite = { name: string; files: string; but?: string; apart?: boolean; needs?: 'postgres' | 'example' }
type Outcome = Pick<Tally, 'passed' | 'failed' | 'skipped'>

const root = dirname(import.meta.dirname)
const browser = 'dist/test/browser'
const seen = { apart: true, needs: 'example' } as const
const suites: Suite[] = [
  { name: 'types', command: ['tsc', '--noEmit'] },
  { name: 'lint', command: ['biome', 'ci', '--error-on-warnings', '--colors=off', '.'] },
  { name: 'unused', command: ['knip', '--tsConfig', 'tsconfig.knip.json'] },
  { name: 'architecture', files: 'dist/test/architecture/*.test.js' },
  { name: 'unit', files: 'dist/src/**/*.test.js', but: 'dist/src/**/*.db.test.js' },
  { name: 'database', files: 'dist/{src,test}/**/*.db.test.js', needs: 'postgres' },
  { name: 'example', files: 'dist/test/example/*.test.js', but: 'dist/test/**/*.db.test.js' },
  { name: 'end-to-end', files: 'dist/test/end-to-end/*.test.js', but: 'dist/test/**/*.db.test.js', ...seen },
  { name: 'browser', files: `${browser}/*.spec.js`, but: `${browser}/accessibility*.spec.js`, ...seen },
  { name: 'accessibility', files: `${browser}/accessibility*.spec.js`, ...seen },
]

async function outcomeOf(suite: Suite): Promise<Outcome> {
  if ('command' in suite) {
    const [program = '', ...args] = suite.command
    const status = await execute(join(root, 'node_modules', '.bin', program), args)
    return { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1, skipped: [] }
  }
  const files = globSync(suite.files, { cwd: root, exclude: suite.but ? [suite.but] : [] }).sort()
  if (files.length === 0) return broken(`no test file matches ${suite.files}`)
  if (suite.needs === 'example') return withExample((folder) => runFiles(suite, files, { EXAMPLE_OFFICE: folder }))
  if (suite.needs !== 'postgres') return runFiles(suite, files)
  return withPostgres((url) =>
    runFiles(suite, files, { DATABASES: url ? 'sqlite,postgres' : 'sqlite', TEST_POSTGRES_URL: url ?? '' }),
  )
}

/** Files that may share a process, and share nothing else, are dealt out to as many processes as the machine has cores. */
async function runFiles(suite: TestSuite, files: string[], settings: NodeJS.ProcessEnv = {}): Promise<Outcome> {
  const shares = suite.apart || suite.needs ? 1 : Math.min(availableParallelism(), 4, files.length)
  const dealt = Array.from({ length: shares }, (_, share) => files.filter((_, index) => index % shares === share))
  const outcomes = await Promise.all(dealt.map((share) => runShare(suite, share, settings)))
  return {
    passed: outcomes.reduce((sum, { passed }) => sum + passed, 0),
    failed: outcomes.reduce((sum, { failed }) => sum + failed, 0),
    skipped: outcomes.flatMap(({ skipped }) => skipped),
  }
}

async function runShare(suite: TestSuite, files: string[], settings: NodeJS.ProcessEnv): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'frankpledge-tally-'))
  const tallyFile = join(folder, 'tally.json')
  try {
    const isolation = suite.apart ? 'process' : 'none'
    const options = ['--isolation', isolation, '--tally', tallyFile]
    const args = ['--enable-source-maps', join(root, 'tools', 'run-suite.ts'), ...options, ...files]
    const status = await execute(process.execPath, args, { ...process.env, ...settings })
    const tally = readTally(tallyFile)
    if (!tally) return broken(`the run ended (exit code ${status}) before its tests did`)
    return tally.passed + tally.failed === 0 ? broken('no test ran') : tally
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function readTally(path: string): Tally | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return undefined
  }
}

/** Where PostgreSQL cannot be had, the suite still runs on SQLite, and the missing half counts as one failure. */
async function withPostgres(work: (url: string | undefined) => Promise<Outcome>): Promise<Outcome> {
  if (process.env.TEST_POSTGRES_URL) return work(process.env.TEST_POSTGRES_URL)
  let postgres: PrivatePostgres | undefined
  let lack: Outcome | undefined
  try {
    postgres = await startPostgres()
  } catch (problem) {
    lack = broken(problem instanceof Error ? problem.message : String(problem))
  }
  const stop = () => postgres?.stop()
  process.once('exit', stop)
  try {
    const outcome = await work(postgres?.url)
    return { ...outcome, failed: outcome.failed + (lack?.failed ?? 0) }
  } finally {
    process.off('exit', stop)
    stop()
  }
}

/** Every browser test opens a copy of one example office, made once. */
async function withExample(work: (folder: string) => Promise<Outcome>): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'frankpledge-example-'))
  try {
    const env = { ...process.env, FRANKPLEDGE_DATA: folder, DATABASE_URL: '' }
    const status = await execute(join(root, 'bin', 'frankpledge'), ['example', 'create'], env)
    return status === 0 ? await work(folder) : broken('the example office could not be made')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function broken(reason: string): Outcome {
  console.error(`  ✗ ${reason}`)
  return { passed: 0, failed: 1, skipped: [] }
}

function execute(program: string, args: string[], env = process.env): Promise<number> {
  const child = spawn(program, args, { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (status) => resolve(status ?? 1))
  })
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { only: { type: 'string', multiple: true } } })
  const only = values.only?.flatMap((names) => names.split(','))
  const unknown = only?.filter((name) => !suites.some((suite) => suite.name === name)) ?? []
  if (unknown.length > 0) throw new Error(`No suite is named ${unknown.join(', ')}`)
  const total = { passed: 0, failed: 0, skipped: 0 }
  for (const suite of suites.filter(({ name }) => !only || only.includes(name))) {
    const started = performance.now()
    console.log(`\n${suite.name}…`)
    const { passed, failed, skipped } = await outcomeOf(suite)
    const seconds = ((performance.now() - started) / 1000).toFixed(1)
    for (const name of skipped) console.log(`  skipped: ${name}`)
    console.log(`${suite.name}: ${passed} passed, ${failed} failed, ${skipped.length} skipped, in ${seconds} s`)
    total.passed += passed
    total.failed += failed
  }
  console.log(`\n${total.passed} passed, ${total.failed} failed`)
  process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130))
await main()
