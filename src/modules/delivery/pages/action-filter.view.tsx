import type { Plan, PlanNode } from '#modules/plan/index.js'
import type { FieldState } from '#platform/web/form.js'
import { Button, Filter, Select, type SelectItem } from '#ui/components.js'
import type { ActionFilter } from '../domain/filter.js'
import { NODE_STATUSES } from '../domain/roll-up.js'
import { statusText } from './words.js'

type FilterFormProps = {
  readonly filter: ActionFilter
  readonly plans: readonly Plan[]
  readonly planSlug: string
  readonly themes: readonly Pick<PlanNode, 'id' | 'title'>[]
}

/** Narrows the list: it only asks, so its answers stand in the address. */
export function FilterForm({ filter, plans, planSlug, themes }: FilterFormProps) {
  const states = NODE_STATUSES.filter((status) => status !== 'no-actions')
  return (
    <Filter action="/staff/actions" label="Show only some actions">
      {plans.length > 1 ? (
        <Choice name="plan" label="Plan" value={planSlug} items={plans.map(({ slug, title }) => [slug, title])} />
      ) : null}
      <Choice name="theme" label="Theme" value={filter.theme} items={[['', 'All'], ...themes.map(both)]} />
      <Choice
        name="state"
        label="State"
        value={filter.state}
        items={[['', 'Any'], ...states.map((state): [string, string] => [state, statusText(state)])]}
      />
      <Choice
        name="mine"
        label="Whose"
        value={filter.isMine ? 'yes' : ''}
        items={[
          ['', 'Everybody’s'],
          ['yes', 'Ours'],
        ]}
      />
      <Button kind="secondary">Show these</Button>
    </Filter>
  )
}

function both({ id, title }: Pick<PlanNode, 'id' | 'title'>): [string, string] {
  return [id, title]
}

type ChoiceProps = { name: string; label: string; value: string; items: readonly (readonly [string, string])[] }

function Choice({ name, label, value, items }: ChoiceProps) {
  const field: FieldState = { name, id: name, value, values: [] }
  return <Select field={field} label={label} items={items.map(([each, text]): SelectItem => ({ value: each, text }))} />
}
