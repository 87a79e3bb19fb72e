import type { ComponentChildren } from 'preact'
import { Added, Eyebrow, Heading, Removed, Small, SummaryList, type SummaryRow } from '#ui/components.js'
import { countOf, formatDate } from '#ui/format.js'
import type { Change, NodeChange, PlanChange, SupportChange } from '../domain/change.js'
import type { ContentBody } from '../domain/content.js'
import { moveInWords } from '../domain/move-in-words.js'
import type { Marked } from '../domain/words.js'

type ComparisonProps = {
  readonly changes: readonly Change[]
  /** The level of its headings: 2 under the page's own heading. */
  readonly level?: 2 | 3
}

/** What changed between two versions of a plan, clause by clause, for the office and the public alike. */
export function ComparisonView({ changes, level = 2 }: ComparisonProps) {
  const ofPlan = changes.filter((change): change is PlanChange => !('id' in change))
  const ofParts = changes.filter((change): change is NodeChange => 'id' in change)
  const themes = [...Map.groupBy(ofParts, (change) => change.path[0] ?? change.title)]
  return (
    <>
      <p>{changes.length === 0 ? 'Nothing that a reader would see has changed.' : `${countsOf(changes)}.`}</p>
      {ofPlan.length > 0 ? (
        <>
          <Heading level={level}>The plan as a whole</Heading>
          <SummaryList rows={ofPlan.map(planRow)} />
        </>
      ) : null}
      {themes.map(([theme, inTheme]) => (
        <ThemeChanges key={theme} theme={theme} changes={inTheme} level={level} />
      ))}
    </>
  )
}

function ThemeChanges({ theme, changes, level }: { theme: string; changes: readonly NodeChange[]; level: 2 | 3 }) {
  const parts = [...Map.groupBy(changes, (change) => change.id).values()]
  return (
    <>
      <Heading level={level}>{theme}</Heading>
      {parts.map((ofPart) => (
        <PartChanges key={ofPart[0]?.id} changes={ofPart} level={level === 2 ? 3 : 4} />
      ))}
    </>
  )
}

function PartChanges({ changes, level }: { changes: readonly NodeChange[]; level: 3 | 4 }) {
  const [first] = changes
  if (!first) return null
  const under = first.path.slice(1).map((title) => ` under ${title}`)
  return (
    <>
      <Heading level={level}>{first.title}</Heading>
      <Small>
        {first.levelName}
        {under}
      </Small>
      <SummaryList rows={changes.flatMap(nodeRows)} />
    </>
  )
}

function nodeRows(change: NodeChange): SummaryRow[] {
  switch (change.kind) {
    case 'added':
    case 'removed':
      return presenceRows(change)
    case 'reworded':
      return [
        ...(change.markedTitle ? [{ key: 'Title reworded', value: <MarkedWords runs={change.markedTitle} /> }] : []),
        ...(change.markedText ? [{ key: 'Text reworded', value: <MarkedWords runs={change.markedText} /> }] : []),
      ]
    case 'moved':
      return [{ key: 'Moved', value: moveInWords(change.from, change.to) }]
    case 'reassigned':
      return [
        ...(change.lead ? [{ key: 'Lead changed', value: <Instead {...change.lead} nothing="nobody" /> }] : []),
        ...change.supporting.map(supportRow),
      ]
  }
}

function presenceRows(change: Extract<NodeChange, { kind: 'added' | 'removed' }>): SummaryRow[] {
  const Mark = change.kind === 'added' ? Added : Removed
  const key = change.kind === 'added' ? 'Added' : 'Removed'
  const who = change.bodies.map(bodyText).join('; ')
  const text: SummaryRow = { key, value: <Mark>{change.text || change.title}</Mark> }
  return who ? [text, { key: 'Who', value: <Mark>{who}</Mark> }] : [text]
}

function bodyText({ role, name, part }: ContentBody): string {
  if (role === 'lead') return `led by ${name}`
  return part ? `${name}: ${part}` : `with ${name}`
}

function supportRow({ name, before, after }: SupportChange): SummaryRow {
  return { key: `Support by ${name}`, value: <Instead from={before} to={after} nothing="none" /> }
}

/** What stood before, struck out, and what stands now. */
function Instead({ from, to, nothing }: { from: string | null; to: string | null; nothing: string }) {
  return (
    <>
      {from === null ? null : <Removed>{from}</Removed>} {to === null ? `Now ${nothing}.` : <Added>{to}</Added>}
      {from === null ? ` Before: ${nothing}.` : null}
    </>
  )
}

/** A text with the words that went and came. */
export function MarkedWords({ runs }: { runs: readonly Marked[] }) {
  return <>{runs.map(markedRun)}</>
}

function markedRun({ kind, text }: Marked): ComponentChildren {
  if (kind === 'added') return <Added>{text}</Added>
  return kind === 'removed' ? <Removed>{text}</Removed> : text
}

const PLAN_WORDS = { title: 'Title', vision: 'Vision', bodyName: 'Whose plan it is' } as const
const PLAN_DATES = {
  electionOn: 'Day of the election',
  nextElectionOn: 'Day of the next election',
  startsOn: 'First day of the plan',
} as const

function planRow(change: PlanChange): SummaryRow {
  if (change.kind === 'plan-reworded') {
    return { key: PLAN_WORDS[change.what], value: <MarkedWords runs={change.marked} /> }
  }
  if (change.kind === 'plan-redated') {
    const dates = { from: formatDate(change.from), to: formatDate(change.to) }
    return { key: PLAN_DATES[change.what], value: <Instead {...dates} nothing="" /> }
  }
  return { key: 'Levels', value: <Instead from={change.before} to={change.after} nothing="no such level" /> }
}

const KINDS = [
  ['added', 'added'],
  ['removed', 'removed'],
  ['reworded', 'reworded'],
  ['moved', 'moved'],
  ['reassigned', 'given other bodies'],
] as const

function countsOf(changes: readonly Change[]): string {
  const counts = KINDS.flatMap(([kind, word]) => {
    const count = changes.filter((change) => change.kind === kind).length
    return count > 0 ? [`${countOf(count, 'part')} ${word}`] : []
  })
  const whole = changes.filter((change) => !('id' in change)).length
  return [...counts, ...(whole > 0 ? [`${countOf(whole, 'change')} to the plan as a whole`] : [])].join(', ')
}

/** The line above a comparison that says which versions stand against each other. */
export function ComparedVersions({ from, to }: { from: number; to: number }) {
  return (
    <Eyebrow>
      Version {from} against version {to}
    </Eyebrow>
  )
}
