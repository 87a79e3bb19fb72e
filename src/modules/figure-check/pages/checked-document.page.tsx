import { found } from '#platform/errors.js'
import { choiceField } from '#platform/web/fields.js'
import { page, redirectTo } from '#platform/web/page.js'
import { Button, Crumbs, Form, Heading, Hidden } from '#ui/components.js'
import { checkedText } from '../actions/checked-text.js'
import { forgetDocument, keepDocument } from '../actions/keep-document.js'
import { decisionsOn } from '../data/figure-check.queries.js'
import { FindingsBeside } from './findings-beside.js'

export const checkedDocumentPage = page('/staff/figure-check/:textId', {
  permission: 'figure-check:check',
  load: async ({ deps, actor, params }) => {
    const text = found(await checkedText(deps, actor, params.textId))
    return { text, decisions: await decisionsOn(deps.db, text.documentKey) }
  },
  form: { keep: choiceField(['keep', 'forget'], { missing: 'Choose whether to keep it' }) },
  submit: async ({ deps, actor, data, input }) => {
    const { id } = data.text
    if (input.keep === 'keep') await keepDocument(deps, actor, id)
    else await forgetDocument(deps, actor, id)
    return input.keep === 'keep'
      ? redirectTo(`/staff/figure-check/${id}`, 'Document kept')
      : redirectTo('/staff/figure-check', 'Document deleted')
  },
  title: ({ text }) => `Figures of ${text.name}`,
  view: ({ text, decisions }, form, { query }) => (
    <>
      <Crumbs items={[{ label: 'Check figures', href: '/staff/figure-check' }]} />
      <Heading>{text.name}</Heading>
      <FindingsBeside
        at={`/staff/figure-check/${text.id}`}
        decideAt={(finding) => `/staff/figure-check/${text.id}/findings/${finding.id}`}
        checked={text.checked}
        decisions={decisions}
        show={query.show}
      />
      <Form of={form}>
        <Hidden name="keep" value={text.isKept ? 'forget' : 'keep'} />
        <p>
          {text.isKept
            ? 'This document is kept in the register, for everyone in the office.'
            : 'This document is not kept: it can be read here for two hours, by you alone.'}
        </p>
        <Button kind="secondary">{text.isKept ? 'Delete this document' : 'Keep this document'}</Button>
      </Form>
    </>
  ),
})
