import { formatDate, formatNumber } from '#kernel/words.js'
import type { Command } from '#platform/cli/command.js'
import { tableFiles } from '../data/national-tables.queries.js'

export const listTables: Command = {
  name: 'tables list',
  permission: 'national-tables:read',
  summary: 'List the national tables that were taken in, newest first',
  usage: '',
  arity: [0, 0],
  run: async ({ deps }) => {
    const files = await tableFiles(deps.db)
    const lines = files.map(
      ({ kind, name, rowsRead, importedAt, importedBy, sha256 }) =>
        `${kind}  ${name}  ${formatNumber(rowsRead)} rows  ${formatDate(importedAt)} by ${importedBy}  ${sha256.slice(0, 12)}`,
    )
    const data = files.map((file) => ({ ...file, warnings: [...file.warnings] }))
    return { lines: lines.length > 0 ? lines : ['No national table was taken in yet.'], data }
  },
}
