import type { IsoDate } from '#kernel/dates.js'
import { formatDate } from '#kernel/words.js'
import type { FormView } from '#platform/web/form.js'
import { Button, DateInput, Heading, Select, Table } from '#ui/components.js'
import type { Account } from '../domain/account.js'
import type { StandIn, StandInRefusal } from '../domain/stand-in.js'

type Names = ReadonlyMap<string, string>

/** Arrangements that are not over, with a way to end each. */
export function Arrangements({
  arrangements,
  names,
  today,
}: {
  arrangements: readonly StandIn[]
  names: Names
  today: IsoDate
}) {
  const open = arrangements.filter(({ endedAt, until }) => endedAt === null && until >= today)
  if (open.length === 0) return <p>Nothing is arranged.</p>
  return (
    <Table
      caption="Arrangements"
      captionHidden
      columns={[{ label: 'Away' }, { label: 'Who acts' }, { label: 'Days' }, { label: 'End it' }]}
      rows={open.map(({ id, accountId, standInId, from, until }) => [
        names.get(accountId) ?? '–',
        names.get(standInId) ?? '–',
        `${formatDate(from)} to ${formatDate(until)}`,
        <Button key={id} kind="secondary" name="end" value={id}>
          End it
        </Button>,
      ])}
    />
  )
}

/** The questions of a new arrangement. */
export function NewArrangement({
  form,
  others,
}: {
  form: FormView<'standInId' | 'from' | 'until' | 'end'>
  others: readonly Account[]
}) {
  const items = others.map(({ id, name }) => ({ value: id, text: name }))
  return (
    <>
      <Heading level={2}>Arrange it</Heading>
      <Select field={form.standInId} label="Who acts?" items={[{ value: '', text: 'Select a person' }, ...items]} />
      <DateInput field={form.from} legend="First day" />
      <DateInput field={form.until} legend="Last day" />
      <Button kind="secondary" name="end" value="">
        Arrange it
      </Button>
    </>
  )
}

/** Why somebody may not act for another, in words, and beside which answer. */
export function explainStandIn({ code }: StandInRefusal): { field: 'standInId' | 'until'; message: string } {
  switch (code) {
    case 'not-oneself':
      return { field: 'standInId', message: 'Select somebody else: nobody stands in for themselves' }
    case 'not-active':
      return { field: 'standInId', message: 'Both must be able to sign in' }
    case 'another-side':
      return { field: 'standInId', message: 'Select somebody of the same side: the office, or the same organisation' }
    case 'ends-before':
      return { field: 'until', message: 'The last day must be the first day or later' }
    case 'is-over':
      return { field: 'until', message: 'The last day must be today or later' }
    case 'too-long':
      return { field: 'until', message: 'An absence lasts half a year at most: give the person a role instead' }
  }
}
