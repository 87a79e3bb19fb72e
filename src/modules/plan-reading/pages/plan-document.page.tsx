import { found } from '#platform/errors.js'
import { manyField, versionField } from '#platform/web/fields.js'
import { fieldError, page, redirectTo } from '#platform/web/page.js'
import {
  Button,
  Checkboxes,
  Crumbs,
  EmptyState,
  Form,
  Heading,
  Hidden,
  Lede,
  LinkButton,
  Small,
} from '#ui/components.js'
import { countOf } from '#ui/format.js'
import { confirmItems } from '../actions/confirm-items.js'
import { decisionsOn, planDocumentById } from '../data/plan-reading.queries.js'
import type { FoundPart, PartKind, Span } from '../domain/found.js'
import type { MoneyRow } from '../domain/money-rows.js'
import { type PlanDocument, partItem, rowItem, versionOf } from '../domain/plan-reading.js'

export const planDocumentPage = page('/staff/plans/read/:documentId', {
  permission: 'plan:edit',
  load: async ({ deps, params }) => ({
    document: found(await planDocumentById(deps.db, params.documentId)),
    decisions: await decisionsOn(deps.db, params.documentId),
  }),
  form: { version: versionField(), confirmed: manyField() },
  values: ({ decisions }) => ({
    version: versionOf(decisions),
    confirmed: [...decisions].filter(([, { isConfirmed }]) => isConfirmed).map(([item]) => item),
  }),
  submit: async ({ deps, actor, params, input: { version, confirmed } }) => {
    const saved = await confirmItems(deps, actor, { documentId: params.documentId, version, chosen: confirmed })
    if (!saved.ok) return fieldError('confirmed', 'Select only what was found in the document')
    return redirectTo(`/staff/plans/read/${params.documentId}`, `${countOf(saved.value, 'item')} confirmed`)
  },
  title: ({ document }) => `Found in ${nameOf(document)}`,
  view: ({ document, decisions }, form) => {
    const count = [...decisions.values()].filter(({ isConfirmed }) => isConfirmed).length
    const groups = groupsOf(document)
    return (
      <>
        <Crumbs
          items={[
            { label: 'Plans', href: '/staff/plans' },
            { label: 'Read an old plan', href: '/staff/plans/read' },
          ]}
        />
        <Form of={form}>
          <Hidden name="version" value={form.version.value} />
          <Heading>Found in “{nameOf(document)}”</Heading>
          <Lede>
            Read each against the passage below it, and tick what is right. {countOf(count, 'item')} confirmed so far.
          </Lede>
          {groups.length === 0 ? (
            <EmptyState title="Nothing was found that a plan prints">
              <p>No theme, aim, objective, priority or table of money could be made out.</p>
            </EmptyState>
          ) : null}
          {groups.map(({ title, items }, index) => (
            <Checkboxes
              key={title}
              field={
                index === 0 ? form.confirmed : { ...form.confirmed, id: `${form.confirmed.id}-group-${index + 1}` }
              }
              legend={title}
              items={items}
            />
          ))}
          {groups.length > 0 ? <Button preventDoubleClick>Save what is confirmed</Button> : null}
        </Form>
        {count > 0 ? (
          <>
            <LinkButton href={`/staff/plans/read/${document.id}/draft`} kind="secondary">
              Make a draft plan of it
            </LinkButton>
            <Small>
              <a href={`/staff/plans/read/${document.id}/money.csv`}>Confirmed rows of money as CSV</a>
            </Small>
          </>
        ) : null}
      </>
    )
  },
})

const nameOf = ({ title, fileName }: PlanDocument) => title || fileName

const KINDS: readonly (readonly [PartKind, string])[] = [
  ['vision', 'Vision'],
  ['theme', 'Themes'],
  ['aim', 'Aims'],
  ['outcome', 'Outcomes'],
  ['objective', 'Objectives'],
  ['priority', 'Priorities'],
  ['commitment', 'Commitments'],
  ['measure', 'Measures'],
]

type Item = { readonly value: string; readonly text: string; readonly hint: string }
type Group = { readonly title: string; readonly items: readonly Item[] }

/** What was found, kind by kind, and then the tables of money. */
function groupsOf({ parts, money }: PlanDocument): Group[] {
  const kinds = KINDS.map(([kind, title]) => ({
    title,
    items: parts.flatMap((part, index) => (part.kind === kind ? [partOf(part, index)] : [])),
  }))
  const tables = money.map(({ title, rows }, table) => ({
    title: `Money, table ${table + 1}${title ? `: ${title.slice(0, 120)}` : ''}`,
    items: rows.map((row, index) => rowOf(row, rowItem(table, index))),
  }))
  return [...kinds, ...tables].filter(({ items }) => items.length > 0)
}

function partOf({ text, theme, span }: FoundPart, index: number): Item {
  return { value: partItem(index), text: theme ? `${theme}: ${text}` : text, hint: cited(span) }
}

function rowOf({ label, values, span, named }: MoneyRow, value: string): Item {
  const figures = values.map(({ column, text }) => (column ? `${column}: ${text}` : text)).join('; ')
  return {
    value,
    text: `${label || 'Row without a name'}: ${figures}`,
    hint: named ? `${cited(named)} and ${cited(span)}` : cited(span),
  }
}

const LONGEST_QUOTE = 240

/** Where it stands, and the document's own words there. */
function cited({ line, page: number, quote }: Span): string {
  const words = quote.length > LONGEST_QUOTE ? `${quote.slice(0, LONGEST_QUOTE).trimEnd()}…` : quote
  return `${number === undefined ? `Line ${line}` : `Page ${number}`}: “${words}”`
}
