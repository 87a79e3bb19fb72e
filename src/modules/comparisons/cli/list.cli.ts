import { plural } from '#kernel/words.js'
import type { Command } from '#platform/cli/command.js'
import { allGroups, membersOf } from '../data/comparisons.queries.js'
import { membersOn } from '../domain/group.js'

export const listComparisons: Command = {
  name: 'comparisons list',
  summary: 'List the groups of areas that measures are compared with',
  usage: '',
  arity: [0, 0],
  run: async ({ deps }) => {
    const groups = []
    for (const group of await allGroups(deps.db)) {
      const members = membersOn(await membersOf(deps.db, group.id), deps.today())
      groups.push({
        ...group,
        members: members.map(({ areaCode, areaName, from, until }) => ({ areaCode, areaName, from, until })),
      })
    }
    return {
      lines: groups.map(
        ({ slug, name, members }) => `${slug}: ${name}, ${members.length} ${plural(members.length, 'area')} now`,
      ),
      data: groups,
    }
  },
}
