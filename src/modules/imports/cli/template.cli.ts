import { writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { countOf } from '#kernel/words.js'
import type { Command } from '#platform/cli/command.js'
import { Obstacle } from '#platform/errors.js'
import { templateWorkbook } from '../actions/template-workbook.js'

export const makeTemplate: Command = {
  name: 'measures template',
  permission: 'measures:read',
  summary: 'Write the workbook that an owner of measures fills in',
  usage: '[--owner <name>] [--out <file.xlsx>]',
  options: { owner: 'value', out: 'value' },
  arity: [0, 0],
  run: async ({ deps, actor, options }) => {
    const { fileName, bytes, rows } = await templateWorkbook(deps, actor, options.owner ?? '')
    const file = resolve(options.out ?? fileName)
    await writeFile(file, bytes).catch(() => {
      throw new Obstacle(`The file '${file}' cannot be written`)
    })
    return {
      lines: [`Wrote ${file}: ${countOf(rows, 'row')} to fill in`],
      data: { file, rows, owner: options.owner ?? null },
    }
  },
}
