import type { Command } from '#platform/cli/command.js'
import { TABLE_KINDS } from '../domain/table-kind.js'

export const listTableKinds: Command = {
  name: 'tables kinds',
  permission: 'national-tables:read',
  summary: 'List the kinds of national table that can be taken in',
  usage: '',
  arity: [0, 0],
  run: async () => {
    const kinds = Object.entries(TABLE_KINDS).map(([kind, facts]) => ({ kind, ...facts }))
    const width = Math.max(...kinds.map(({ kind }) => kind.length))
    return {
      lines: kinds.map(({ kind, title, publisher }) => `${kind.padEnd(width)}  ${title} (${publisher})`),
      data: kinds,
    }
  },
}
