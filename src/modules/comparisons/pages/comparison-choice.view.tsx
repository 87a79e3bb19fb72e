import { type Period, periodLabel } from '#modules/measures/index.js'
import type { FieldState } from '#platform/web/form.js'
import { Button, Filter, Hidden, Select } from '#ui/components.js'
import type { ComparisonGroup } from '../domain/group.js'

type Props = {
  readonly action: string
  readonly groups: readonly ComparisonGroup[]
  readonly group: ComparisonGroup
  readonly periods: readonly Period[]
  readonly period: Period | null
  /** The day as known on which the page is asked for, which stays as it is. */
  readonly knownOn?: string | undefined
}

/** Chooses the group and the period; its answers stand in the address. Nothing where there is no choice. */
export function ComparisonChoice({ action, groups, group, periods, period, knownOn }: Props) {
  if (groups.length < 2 && periods.length < 2) return null
  const field = (name: string, value: string): FieldState => ({ name, id: name, value, values: [] })
  return (
    <Filter action={action} label="Choose what to compare with">
      {knownOn ? <Hidden name="as-known-on" value={knownOn} /> : null}
      <Select
        field={field('group', group.slug)}
        label="Compare with"
        items={groups.map(({ slug, name }) => ({ value: slug, text: name }))}
      />
      {periods.length > 1 ? (
        <Select
          field={field('period', period?.code ?? '')}
          label="Period"
          items={periods.map((each) => ({ value: each.code, text: periodLabel(each) }))}
        />
      ) : null}
      <Button kind="secondary">Compare</Button>
    </Filter>
  )
}
