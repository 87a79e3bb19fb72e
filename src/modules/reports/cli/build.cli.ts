import { createHash } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { type IsoDate, isIsoDate } from '#kernel/dates.js'
import { FORMATS, type Format, paperFiles } from '#modules/documents/index.js'
import type { Command } from '#platform/cli/command.js'
import { UsageError } from '#platform/cli/run.js'
import { Obstacle } from '#platform/errors.js'
import { reportPaper } from '../document/build.js'
import { reportCalled } from './find-report.js'

/** `frankpledge report build`: a report as files, from what is published now or was known on a day. */
export const build: Command = {
  name: 'report build',
  summary: 'Build a report as accessible HTML, tagged PDF and Word from what is published',
  usage: '<report> [--format html,pdf,docx] [--as-known-on <date>] --out <folder>',
  options: { format: 'value', 'as-known-on': 'value', out: 'value' },
  arity: [1, 1],
  run: async ({ deps, args: [name = ''], options, say }) => {
    const formats = formatsIn(options.format)
    const knownOn = dayIn(options['as-known-on'])
    if (!options.out) throw new UsageError('Say where the files go: --out <folder>')
    const report = await reportCalled(deps.db, name)
    const { paper, problems } = await reportPaper(deps.db, report, deps.today(), knownOn)
    const made = await paperFiles(paper, formats)
    if (!made.ok) throw new Obstacle(made.error)
    const folder = resolve(options.out)
    await mkdir(folder, { recursive: true })
    const files = []
    for (const { format, bytes } of made.value.files) {
      const path = join(folder, `${report.slug}.${format}`)
      await writeFile(path, bytes)
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      files.push({ format, path, bytes: bytes.byteLength, sha256 })
    }
    for (const { where, line, message } of problems) say(`${where}, line ${line}: ${message}`)
    if (problems.length > 0) say('It was built as a draft: what is listed above bars its publication.')
    const lines = files.map(({ path, bytes, sha256 }) => `${path}  ${bytes} bytes  sha256 ${sha256}`)
    return {
      lines,
      data: { slug: report.slug, asKnownOn: knownOn ?? null, files, problems: problems.map((each) => ({ ...each })) },
    }
  },
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
