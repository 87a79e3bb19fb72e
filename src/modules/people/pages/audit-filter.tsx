import type { FieldState } from '#platform/web/form.js'
import { Button, Filter, Select, type SelectItem, TextInput } from '#ui/components.js'
import type { AuditQuestion, DayAnswer } from '../domain/audit-question.js'

/** Narrows the trail: it only asks, so its answers stand in the address. */
export function AuditFilter({ asked, people }: { asked: AuditQuestion; people: readonly SelectItem[] }) {
  const field = (name: string, value: string): FieldState => ({ name, id: name, value, values: [] })
  return (
    <Filter action="/staff/audit" label="Show only some entries">
      <Select field={field('who', asked.who)} label="Who" items={[{ value: '', text: 'Anybody' }, ...people]} />
      <TextInput field={field('words', asked.words)} label="Words in it, like role" width={20} />
      <TextInput field={dayField('from', asked.from)} label="From, like 31/3/2026" width={10} spellcheck={false} />
      <TextInput field={dayField('until', asked.until)} label="Until" width={10} spellcheck={false} />
      <Button kind="secondary">Show these</Button>
    </Filter>
  )
}

function dayField(name: string, { typed, day }: DayAnswer): FieldState {
  const isWrong = typed !== '' && day === undefined
  return { name, id: name, value: typed, values: [], ...(isWrong && { error: 'Enter a day, like 31/3/2026' }) }
}
