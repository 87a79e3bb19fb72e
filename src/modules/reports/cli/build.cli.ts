import { createHash } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { type IsoDate, isIsoDate } from '#kernel/dates.js'
import { FORMATS, type Format, type PaperFile, paperFiles } from '#modules/documents/index.js'
import type { Command } from '#platform/cli/command.js'
import { UsageError } from '#platform/cli/run.js'
import type { Deps } from '#platform/deps.js'
import { found, Obstacle } from '#platform/errors.js'
import type { Paper } from '#platform/typesetting/paper.js'
import type { Problem } from '#platform/typesetting/supply.js'
import { wholeFilesOf } from '../data/publication.queries.js'
import { publicationsOf } from '../data/reports.queries.js'
import { paperAsNumber, reportPaper } from '../document/build.js'
import { rememberedOf } from '../document/made-from.js'
import type { Report } from '../domain/report.js'
import { reportCalled } from './find-report.js'

/** `frankpledge report build`: a report as files, from what is published now or was known on a day. */
export const build: Command = {
  name: 'report build',
  permission: 'reports:read',
  summary: 'Build a report as accessible HTML, tagged PDF and Word from what is published',
  usage: '<report> [--format html,pdf,docx] [--as-known-on <date>] [--published] --out <folder>',
  options: { format: 'value', 'as-known-on': 'value', published: 'flag', out: 'value' },
  arity: [1, 1],
  run: async ({ deps, args: [name = ''], options, say }) => {
    const formats = formatsIn(options.format)
    const knownOn = dayIn(options['as-known-on'])
    if (!options.out) throw new UsageError('Say where the files go: --out <folder>')
    if (knownOn && options.published)
      throw new UsageError('What was published has its own day: leave out --as-known-on')
    const report = await reportCalled(deps.db, name)
    const { problems, ...made } = await formsOf(deps, report, {
      formats,
      knownOn,
      isPublished: Boolean(options.published),
    })
    const files = await written(resolve(options.out), report.slug, made.files)
    for (const { where, line, message } of problems) say(`${where}, line ${line}: ${message}`)
    if (problems.length > 0) say('It was built as a draft: what is listed above bars its publication.')
    const state = made.number === null ? 'draft' : `as published, number ${made.number}`
    const lines = files.map(({ path, bytes, sha256 }) => `${path}  ${bytes} bytes  sha256 ${sha256}`)
    const listed = problems.map((each) => ({ ...each }))
    const data = { slug: report.slug, asKnownOn: knownOn ?? null, published: made.number, files, problems: listed }
    return { lines: [...lines, `${report.slug}: ${state}`], data }
  },
}

type Asked = {
  readonly formats: readonly Format[]
  readonly knownOn: IsoDate | undefined
  readonly isPublished: boolean
}
type Forms = {
  readonly files: readonly PaperFile[]
  /** Under which number it was published just so; null for a draft. */
  readonly number: number | null
  readonly problems: readonly Problem[]
}

/** The published files where nothing has changed since, or where they are asked for; else a draft of today. */
async function formsOf(deps: Deps, report: Report, { formats, knownOn, isPublished }: Asked): Promise<Forms> {
  const [last] = await publicationsOf(deps.db, report.id)
  const frozen = last ? await wholeFilesOf(deps.db, last.id) : []
  const sent = { files: frozen.filter(({ format }) => formats.includes(format)), problems: [] }
  if (isPublished) {
    const { number } = found(last, `'${report.slug}' has not been published`)
    return { ...sent, number }
  }
  const composed = await reportPaper(deps, report, knownOn)
  const { paper, problems } = composed
  if (last && knownOn === undefined) {
    const again = await setOf(await paperAsNumber(deps.db, report, composed, last.number), ['pdf'])
    const isSame = frozen.some(({ format, bytes }) => format === 'pdf' && again[0] && same(bytes, again[0].bytes))
    if (isSame) return { ...sent, number: last.number }
  }
  const remembers = knownOn === undefined ? await rememberedOf(deps.db, report) : ''
  return { files: await setOf({ ...paper, remembers }, formats), number: null, problems }
}

const same = (a: Uint8Array, b: Uint8Array) => Buffer.from(a).equals(Buffer.from(b))

async function setOf(paper: Paper, formats: readonly Format[]): Promise<readonly PaperFile[]> {
  const made = await paperFiles(paper, formats)
  if (!made.ok) throw new Obstacle(made.error)
  return made.value.files
}

async function written(folder: string, slug: string, files: readonly PaperFile[]) {
  await mkdir(folder, { recursive: true })
  const done = []
  for (const { format, bytes } of files) {
    const path = join(folder, `${slug}.${format}`)
    await writeFile(path, bytes)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    done.push({ format, path, bytes: bytes.byteLength, sha256 })
  }
  return done
}

function formatsIn(words: string | undefined): Format[] {
  if (words === undefined) return [...FORMATS]
  const asked = words.split(',').map((each) => each.trim())
  const wrong = asked.find((each) => !FORMATS.some((format) => format === each))
  if (wrong !== undefined) throw new UsageError(`'${wrong}' is no format: choose among ${FORMATS.join(', ')}`)
  return FORMATS.filter((format) => asked.includes(format))
}

/** A day that somebody typed; undefined where none was. */
function dayIn(words: string | undefined): IsoDate | undefined {
  if (words === undefined) return undefined
  if (!isIsoDate(words)) throw new UsageError(`--as-known-on takes a day like 2025-06-11, not '${words}'`)
  return words
}
