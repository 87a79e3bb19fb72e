import type { GroupKind, MemberRefusal } from '../domain/group.js'

/** What each kind of group is called. */
export const GROUP_KIND_WORDS: Readonly<Record<GroupKind, string>> = {
  national: 'The whole nation',
  'most-similar-group': 'Most similar group',
  neighbours: 'Neighbours chosen by the office',
}

/** Why an area cannot belong to a group for some days, in words. */
export function memberRefusalText(refusal: MemberRefusal): string {
  switch (refusal.code) {
    case 'no-such-area':
      return 'Choose an area from the list'
    case 'ends-before-it-begins':
      return 'The last day must not be before the first'
    case 'already-there':
      return 'This area belongs to the group already on some of these days'
  }
}
