import { type AskedDay, periodLabel } from '#modules/measures/index.js'
import { Button, Filter, Notice, Select, TextInput } from '#ui/components.js'
import type { AskedQuarter } from './asked-quarter.js'

type Props = { readonly path: string; readonly asked: AskedQuarter; readonly day: AskedDay }

/** Chooses the quarter and the day; its answers stand in the address. Says what is wrong with them. */
export function PackChoice({ path, asked: { quarter, choices, problem }, day }: Props) {
  return (
    <div class="no-print">
      {problem === '' ? null : (
        <Notice kind="worry" title="That quarter cannot be shown">
          <p>{problem} This is the newest one that is over.</p>
        </Notice>
      )}
      <Filter action={path} label="Choose the quarter and a day">
        <Select
          field={{ name: 'quarter', id: 'quarter', value: quarter.code, values: [] }}
          label="Quarter"
          items={choices.map((each) => ({
            value: each.code,
            text: `${each.code}: ${periodLabel({ ...each, kind: 'quarter' })}`,
          }))}
        />
        <TextInput
          field={{
            ...{ name: 'as-known-on', id: 'as-known-on', value: day.typed, values: [] },
            ...(day.problem && { error: day.problem }),
          }}
          label="As known on, like 31/3/2018"
          width={10}
          spellcheck={false}
        />
        <Button kind="secondary">Show</Button>
      </Filter>
    </div>
  )
}
