import { found } from '#platform/errors.js'
import { dateField, textField } from '#platform/web/fields.js'
import { fieldError, page, redirectTo } from '#platform/web/page.js'
import { Button, Crumbs, DateInput, Form, Heading, Hidden, Lede } from '#ui/components.js'
import { formatDate } from '#ui/format.js'
import { setLastDay } from '../actions/set-last-day.js'
import { currentBody } from '../data/body.queries.js'
import { entriesOf } from '../data/place.queries.js'
import { type EntryKind, type LastDayRefusal, versionOf } from '../domain/entry.js'
import { entryKindAt } from './entry-address.js'

export const setLastDayPage = page('/staff/body/:kind/:id/last-day', {
  permission: 'body:manage',
  load: async ({ deps: { db, today }, params }) => {
    const kind = found(entryKindAt(params.kind))
    const body = found(await currentBody(db, today()))
    const entries = await entriesOf(db, kind, body.id)
    return { body, entry: found(entries.find(({ id }) => id === params.id)) }
  },
  form: {
    // The last day that was read stands in for a version.
    version: textField({ missing: 'Reload the page and try again', max: 10, name: 'The last day as it was' }),
    until: dateField({ name: 'The last day' }),
  },
  values: ({ entry }) => ({ version: versionOf(entry), until: entry.until }),
  submit: async ({ deps, actor, data: { body, entry }, input: { version, until } }) => {
    const { kind, id, name } = entry
    const result = await setLastDay(deps, actor, { bodyId: body.id, kind, id, wasRead: version, until })
    if (!result.ok) return fieldError('until', explain(result.error))
    return redirectTo(
      '/staff/body',
      until ? `The last day of ${name} is ${formatDate(until)}` : `${name} has no last day`,
    )
  },
  title: ({ entry }) => `The last day of ${entry.name}`,
  view: ({ entry }, form) => (
    <>
      <Crumbs items={[{ label: 'The body', href: '/staff/body' }]} />
      <Form of={form}>
        <Heading>The last day of {entry.name}</Heading>
        <Lede>{AFTER[entry.kind]}</Lede>
        <Hidden name="version" value={form.version.value} />
        <DateInput
          field={form.until}
          legend="Last day"
          hint={`Leave it empty while there is none. Its first day is ${formatDate(entry.from)}.`}
        />
        <Button preventDoubleClick>Save</Button>
      </Form>
    </>
  ),
})

const AFTER: Readonly<Record<EntryKind, string>> = {
  organisation:
    'After it nobody can choose this organisation any more. What it leads keeps its name until you change it.',
  area: 'After it the area is no longer the body’s. Figures for the time before stay.',
  force: 'After it the body holds no force to account, unless another follows. What was recorded stays.',
}

function explain(refusal: LastDayRefusal): string {
  switch (refusal.code) {
    case 'ends-before-it-begins':
      return `The last day must be ${formatDate(refusal.from)} or later: that is the first`
    case 'begins-again':
      return `The last day must be before ${formatDate(refusal.from)}, when the next one like it begins`
    case 'nothing-changed':
      return 'Enter another last day: this is the one on record'
  }
}
