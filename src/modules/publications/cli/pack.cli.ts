import { mkdir, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { reportById, reportBySlug } from '#modules/reports/index.js'
import type { Command } from '#platform/cli/command.js'
import { UsageError } from '#platform/cli/run.js'
import { found, Obstacle } from '#platform/errors.js'
import { packFor } from '../actions/report-pack.js'

/** `frankpledge report pack`: a published report for the host of a committee, in one zip. */
export const pack: Command = {
  name: 'report pack',
  permission: 'publications:read',
  summary: 'Pack a published report for ModernGov, CMIS or another committee system: PDFs, Word, cover, fingerprints',
  usage: '<report> --out <folder> [--author-role <text>]',
  options: { out: 'value', 'author-role': 'value' },
  arity: [1, 1],
  run: async ({ deps, args: [name = ''], options }) => {
    if (!options.out) throw new UsageError('Say where the pack goes: --out <folder>')
    const report = (await reportBySlug(deps.db, name)) ?? (await reportById(deps.db, name))
    const known = found(report, `There is no report '${name}'. 'frankpledge report list' lists them.`)
    const made = await packFor(deps, known, options['author-role'])
    if (!made.ok) throw new Obstacle(made.error.message)
    const { fileName, bytes, cover, files } = made.value
    const folder = resolve(options.out)
    await mkdir(folder, { recursive: true })
    const path = join(folder, fileName)
    await writeFile(path, bytes)
    return {
      lines: [path, ...files.map(({ file, bytes: size, sha256 }) => `  ${file}  ${size} bytes  sha256 ${sha256}`)],
      data: { path, cover: { ...cover }, files: files.map((file) => ({ ...file })) },
    }
  },
}
