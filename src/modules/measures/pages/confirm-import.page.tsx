import { found } from '#platform/errors.js'
import { type Outcome, page, redirectTo } from '#platform/web/page.js'
import { Button, ButtonGroup, Form, Heading, Lede, Notice, SummaryList, Table } from '#ui/components.js'
import { countOf } from '#ui/format.js'
import { confirmImport } from '../actions/confirm-import.js'
import { readImport } from '../actions/read-import.js'
import { importDraftById } from '../data/imports.queries.js'
import { figureFormat } from '../domain/figure.js'
import type { ImportPlan } from '../domain/import-plan.js'
import type { ImportSource } from '../domain/import-source.js'
import type { Measure } from '../domain/measure.js'
import { periodLabel } from '../domain/period-words.js'
import { Problems } from './import.page.js'

export const confirmImportPage = page('/staff/measures/import/:draftId', {
  permission: 'measures:import',
  load: async ({ deps, params }) => {
    const draft = found(await importDraftById(deps.db, params.draftId), 'These figures were taken in already')
    const { fileName, content, source } = draft
    const plan = await readImport(deps.db, { fileName, bytes: Buffer.from(content), source }, deps.today())
    return { draft, plan }
  },
  form: {},
  submit: async ({ deps, actor, params: { draftId } }): Promise<Outcome<never>> => {
    const result = await confirmImport(deps, actor, draftId)
    if (!result.ok) return redirectTo(`/staff/measures/import/${draftId}`, 'Nothing was taken in')
    const { added, revised } = result.value
    return redirectTo('/staff/measures', `Taken in: ${countOf(added, 'new figure')}, ${revised} revised`)
  },
  title: () => 'What would change',
  view: ({ draft, plan }, form) => (
    <Form of={form}>
      {plan.ok ? (
        <Changes plan={plan.value} source={draft.source} />
      ) : (
        <>
          <Heading>These figures can no longer be taken in</Heading>
          <p>The register has changed since they were pasted.</p>
          <Problems problems={plan.error.code === 'problems' ? plan.error.problems : []} />
          <p>
            <a href="/staff/measures/import">Paste them again</a>
          </p>
        </>
      )}
    </Form>
  ),
})

function Changes({ plan, source }: { plan: ImportPlan; source: ImportSource }) {
  const changed = plan.added.length + plan.revised.length
  const goesPublic = [...plan.added, ...plan.revised.map(({ now }) => now)].some(({ measure }) => measure.publishedAt)
  return (
    <>
      <Heading>{changed === 0 ? 'Nothing would change' : 'Take in these figures?'}</Heading>
      <Lede>{summaryOf(plan)}</Lede>
      {goesPublic ? (
        <Notice>
          <p>Some of these measures are public: their new figures are public at once.</p>
        </Notice>
      ) : null}
      <MeasureTable plan={plan} />
      <RevisedTable plan={plan} />
      <SummaryList
        rows={[
          { key: 'Source', value: source.url ? <a href={source.url}>{source.title}</a> : source.title },
          { key: 'Publisher', value: source.publisher },
          { key: 'Licence', value: source.licence },
          { key: 'Attribution', value: source.attribution },
          ...(source.reason ? [{ key: 'Reason', value: source.reason }] : []),
        ]}
      />
      {changed === 0 ? (
        <p>
          Every one of these figures is known already. <a href="/staff/measures">Back to the measures</a>
        </p>
      ) : (
        <ButtonGroup>
          <Button preventDoubleClick>Take in {countOf(changed, 'figure')}</Button>
          <a href="/staff/measures/import">Do not take them in</a>
        </ButtonGroup>
      )}
    </>
  )
}

function summaryOf({ added, revised, unchanged }: ImportPlan): string {
  const parts = [countOf(added.length, 'new figure'), `${revised.length} revised`, `${unchanged} known already`]
  return `${parts.join(', ')}.`
}

function MeasureTable({ plan }: { plan: ImportPlan }) {
  const counts = new Map<Measure, { added: number; revised: number }>()
  const countFor = (measure: Measure) => counts.get(measure) ?? { added: 0, revised: 0 }
  for (const { measure } of plan.added) {
    counts.set(measure, { ...countFor(measure), added: countFor(measure).added + 1 })
  }
  for (const { now } of plan.revised) {
    counts.set(now.measure, { ...countFor(now.measure), revised: countFor(now.measure).revised + 1 })
  }
  if (counts.size === 0) return null
  return (
    <Table
      caption="Measures that would change"
      columns={[
        { label: 'Measure', width: 'half' },
        { label: 'New', align: 'number' },
        { label: 'Revised', align: 'number' },
      ]}
      rows={[...counts].map(([measure, { added, revised }]) => [measure.title, added, revised])}
    />
  )
}

function RevisedTable({ plan: { revised } }: { plan: ImportPlan }) {
  if (revised.length === 0) return null
  const shown = revised.slice(0, 100)
  return (
    <Table
      caption={shown.length < revised.length ? `The first 100 of ${revised.length} revised figures` : 'Revised figures'}
      columns={[
        { label: 'Measure' },
        { label: 'Period' },
        { label: 'Was', align: 'number' },
        { label: 'Would be', align: 'number' },
      ]}
      rows={shown.map(({ now, before }) => {
        const known = [before.value, now.value].filter((value) => value !== null)
        const write = figureFormat(now.measure.unit, known)
        const text = (value: number | null, status: string) => `${value === null ? '–' : write(value)} (${status})`
        return [
          now.measure.title,
          periodLabel(now.period),
          text(before.value, before.status),
          text(now.value, now.status),
        ]
      })}
    />
  )
}
