import { Button, Filter, Hidden, Notice, TextInput } from '#ui/components.js'
import { formatDate } from '#ui/format.js'
import { type AskedDay, addressWith } from './known-on.js'

type Query = Readonly<Record<string, string | undefined>>

type NoticeProps = {
  readonly asked: AskedDay
  /** The page's own address, for the way back to what is known now. */
  readonly path: string
  /** What else the page was asked for, which stays as it is. */
  readonly keep?: Query
}

/** Says that the page shows what was known on an earlier day, or why it does not. Nothing for what is known now. */
export function KnownOnNotice({ asked: { knownOn, problem }, path, keep = {} }: NoticeProps) {
  if (problem !== '')
    return (
      <Notice kind="worry" title="That day cannot be shown">
        <p>{problem} This page shows what is known now. Write a day like 31/3/2018.</p>
      </Notice>
    )
  if (!knownOn) return null
  return (
    <Notice title={`This page shows what was known on ${formatDate(knownOn)}`}>
      <p>
        Later figures and corrections are left out. <a href={addressWith(path, keep)}>See what is known now</a>
      </p>
    </Notice>
  )
}

type FormProps = NoticeProps & { readonly label?: string }

/** Asks for the page as it was known on another day. */
export function KnownOnForm({ asked, path, keep = {}, label = 'Show this page as known on' }: FormProps) {
  const field = { name: 'as-known-on', id: 'as-known-on', value: asked.typed, values: [] }
  return (
    <Filter action={path} label={label}>
      {Object.entries(keep).map(([name, value]) => (value ? <Hidden key={name} name={name} value={value} /> : null))}
      <TextInput
        field={asked.problem === '' ? field : { ...field, error: asked.problem }}
        label={`${label}, like 31/3/2018`}
        width={10}
        spellcheck={false}
      />
      <Button kind="secondary">Show</Button>
    </Filter>
  )
}
