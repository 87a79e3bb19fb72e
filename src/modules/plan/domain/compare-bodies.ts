import type { SupportChange } from './change.js'
import { type ContentBody, type ContentNode, leadOf, supportOf } from './content.js'

/** Who used to lead and support a part and who does now. */
export type Reassignment = {
  readonly lead: { readonly from: string | null; readonly to: string | null } | null
  readonly supporting: readonly SupportChange[]
}

/** What changed in who leads and supports a part, by body and by name; null when nothing did. */
export function reassignment(before: ContentNode, after: ContentNode): Reassignment | null {
  const lead = leadChange(leadOf(before), leadOf(after))
  const supporting = supportChanges(supportOf(before), supportOf(after))
  return lead || supporting.length > 0 ? { lead, supporting } : null
}

function leadChange(before: ContentBody | undefined, after: ContentBody | undefined): Reassignment['lead'] {
  if (before === after || (before && after && isSame(before, after))) return null
  return { from: before ? described(before) : null, to: after ? described(after) : null }
}

function supportChanges(before: readonly ContentBody[], after: readonly ContentBody[]): SupportChange[] {
  const kept = after.flatMap((body) => {
    const old = before.find((each) => each.organisationId === body.organisationId)
    if (old && isSame(old, body)) return []
    return [{ name: body.name, before: old ? described(old) : null, after: described(body) }]
  })
  const gone = before.filter((old) => !after.some((each) => each.organisationId === old.organisationId))
  return [...kept, ...gone.map((old) => ({ name: old.name, before: described(old), after: null }))]
}

function isSame(a: ContentBody, b: ContentBody): boolean {
  return a.organisationId === b.organisationId && a.name === b.name && a.shortName === b.shortName && a.part === b.part
}

function described({ name, part }: ContentBody): string {
  return part === '' ? name : `${name}: ${part}`
}
