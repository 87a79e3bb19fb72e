import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { compileAsync } from 'sass-embedded'

const root = join(import.meta.dirname, '..')
const ui = join(root, 'src', 'ui')
const out = join(root, 'dist', 'ui')
const fontsource = join(root, 'node_modules', '@fontsource')

const sheets = ['site', 'forms', 'staff']
const fonts = [
  { family: 'source-sans-3', weight: 400 },
  { family: 'source-sans-3', weight: 600 },
  { family: 'source-serif-4', weight: 400 },
  { family: 'source-serif-4', weight: 600 },
]

const statics = ['icon.svg', 'site.js', 'passkeys.js', 'check-trail.js']

type Built = { name: string; bytes: Buffer }

/** Writes style sheets, fonts, script and icon to `dist/ui` under names that hold their content's hash. */
export async function buildAssets(): Promise<void> {
  const still = await Promise.all([...fonts.map(readFont), ...statics.map(readStatic)])
  const names = new Map(still.map((built) => [built.name, hashedName(built)]))
  const styled = await Promise.all(sheets.map((sheet) => compileSheet(sheet, names)))
  const all = [...still, ...styled]
  const manifest = Object.fromEntries(all.map((built) => [built.name, hashedName(built)]))
  await mkdir(out, { recursive: true })
  await Promise.all(all.map((built) => writeFile(join(out, hashedName(built)), built.bytes)))
  await writeFile(join(out, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`)
  await removeStale(new Set([...Object.values(manifest), 'manifest.json']))
}

async function readFont({ family, weight }: { family: string; weight: number }): Promise<Built> {
  const file = join(fontsource, family, 'files', `${family}-latin-${weight}-normal.woff2`)
  return { name: `${family}-${weight}.woff2`, bytes: await readFile(file) }
}

async function readStatic(name: string): Promise<Built> {
  return { name, bytes: await readFile(join(ui, 'static', name)) }
}

async function compileSheet(sheet: string, names: ReadonlyMap<string, string>): Promise<Built> {
  const { css } = await compileAsync(join(ui, 'styles', `${sheet}.scss`), {
    style: 'compressed',
    loadPaths: [join(root, 'node_modules')],
    quietDeps: true,
  })
  const linked = css.replace(/url\("?file:([^")]+)"?\)/g, (_, name: string) => {
    const hashed = names.get(name)
    if (!hashed) throw new Error(`${sheet}.scss names a file that is not built: ${name}`)
    return `url(/assets/${hashed})`
  })
  return { name: `${sheet}.css`, bytes: Buffer.from(linked) }
}

function hashedName({ name, bytes }: Built): string {
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 10)
  const dot = name.lastIndexOf('.')
  return `${name.slice(0, dot)}-${hash}${name.slice(dot)}`
}

async function removeStale(wanted: ReadonlySet<string>): Promise<void> {
  const files = await readdir(out)
  await Promise.all(files.filter((file) => !wanted.has(file)).map((file) => rm(join(out, file), { force: true })))
}
