import { createHash } from 'node:crypto'
import { countOf } from '#kernel/words.js'
import { addMember, describeGroup } from '#modules/comparisons/index.js'
import { recordFigures } from '#modules/measures/index.js'
import type { AreaFiguresFile, GroupInFile } from './content.js'
import { asAccount, done, type Making, type Moment } from './making.js'

/** The days on which figures of other areas came in, and with the last of them the groups to compare with. */
export function comparisonMoments(making: Making): Moment[] {
  const { groups, areaFigures } = making.content
  const days = [...new Set(areaFigures.map(({ importedOn }) => importedOn))].sort()
  return days.map((on) => {
    const files = areaFigures.filter(({ importedOn }) => importedOn === on)
    const added = on === days.at(-1) ? groups : []
    return {
      on,
      says: `${countOf(files.length, 'file')} of figures of other areas and ${countOf(added.length, 'group')} to compare with`,
      run: async () => {
        for (const file of files) await takeIn(making, file)
        for (const group of added) await add(making, group)
      },
    }
  })
}

async function takeIn(making: Making, { fileName, bytes, source, figures }: AreaFiguresFile): Promise<void> {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const vintage = { kind: 'file', fileName, sha256, source } as const
  const officer = asAccount(making, 'performance-officer')
  done(await recordFigures(making.deps, officer, { vintage, figures }), `comparisons/${fileName}`)
}

async function add(making: Making, { from, members, ...description }: GroupInFile): Promise<void> {
  const officer = asAccount(making, 'performance-officer')
  const { id: groupId } = await describeGroup(making.deps, officer, description)
  for (const area of members) {
    const request = { groupId, area, from, until: null }
    done(await addMember(making.deps, officer, request), `comparisons/groups.json: ${area}`)
  }
}
