import type { ActionPicture } from './picture.js'

/** Actions that need the same kind of attention. */
export type AttentionGroup = { readonly title: string; readonly pictures: readonly ActionPicture[] }

const TESTS: readonly (readonly [string, (picture: ActionPicture) => boolean])[] = [
  ['Without an owner', ({ action }) => action.leadId === null],
  ['Not updated in time', ({ report }) => report.isStale],
  ['Behind', ({ report }) => report.status === 'behind'],
  ['The rest', () => true],
]

/** Each action once, in the first group that it belongs to; groups without actions are left out. */
export function attentionGroups(pictures: readonly ActionPicture[]): AttentionGroup[] {
  const titleOf = (picture: ActionPicture) => TESTS.find(([, belongs]) => belongs(picture))?.[0] ?? 'The rest'
  const byTitle = Map.groupBy(pictures, titleOf)
  return TESTS.flatMap(([title]) => {
    const group = byTitle.get(title)
    return group ? [{ title, pictures: group }] : []
  })
}
