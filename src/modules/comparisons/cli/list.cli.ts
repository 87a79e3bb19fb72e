import { plural } from '#kernel/words.js'
import { knownOnOption } from '#modules/measures/index.js'
import type { Command } from '#platform/cli/command.js'
import { allGroups, membersOf } from '../data/comparisons.queries.js'
import { membersOn } from '../domain/group.js'

export const listComparisons: Command = {
  name: 'comparisons list',
  permission: 'comparisons:read',
  summary: 'List the groups of areas that measures are compared with',
  usage: '[--as-known-on <date>]',
  options: { 'as-known-on': 'value' },
  arity: [0, 0],
  run: async ({ deps, options }) => {
    const knownOn = knownOnOption({ deps, options })
    if (!knownOn.ok) return { lines: [knownOn.error], data: null, refused: true }
    const day = knownOn.value ?? deps.today()
    const when = knownOn.value === undefined ? 'now' : `on ${day}`
    const groups = []
    for (const group of await allGroups(deps.db)) {
      const members = membersOn(await membersOf(deps.db, group.id), day)
      groups.push({
        ...group,
        members: members.map(({ areaCode, areaName, from, until }) => ({ areaCode, areaName, from, until })),
      })
    }
    return {
      lines: groups.map(
        ({ slug, name, members }) => `${slug}: ${name}, ${members.length} ${plural(members.length, 'area')} ${when}`,
      ),
      data: groups,
    }
  },
}
