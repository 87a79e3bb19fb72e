import { found } from '#platform/errors.js'
import { choiceField, textField } from '#platform/web/fields.js'
import { fieldError, page, redirectTo } from '#platform/web/page.js'
import { Button, Crumbs, Form, Heading, Radios, Textarea } from '#ui/components.js'
import { checkedText } from '../actions/checked-text.js'
import { decideFinding } from '../actions/decide-finding.js'
import { decisionsOn } from '../data/figure-check.queries.js'
import { FindingCard } from './finding-card.js'
import { KIND_WORDS } from './finding-words.js'

export const decideFindingPage = page('/staff/figure-check/:textId/findings/:findingId', {
  permission: 'figure-check:check',
  load: async ({ deps, actor, params }) => {
    const text = found(await checkedText(deps, actor, params.textId))
    const finding = found(text.checked.findings.find(({ id }) => id === params.findingId))
    return { text, finding, decision: (await decisionsOn(deps.db, text.documentKey)).get(finding.id) }
  },
  form: {
    decision: choiceField(['accepted', 'dismissed', 'reopened'], { missing: 'Choose what to make of the finding' }),
    reason: textField({ max: 2000, name: 'Reason' }),
  },
  values: ({ decision }) => (decision ? { decision: decision.decision, reason: decision.reason } : {}),
  submit: async ({ deps, actor, data, input }) => {
    const { text, finding } = data
    const result = await decideFinding(deps, actor, { documentKey: text.documentKey, finding, ...input })
    return result.ok
      ? redirectTo(`/staff/figure-check/${text.id}`, 'Decision saved')
      : fieldError('reason', 'Say why it is no fault: whoever reads this next will ask')
  },
  title: ({ finding }) => `Decide: ${KIND_WORDS[finding.kind].toLowerCase()}`,
  view: ({ text, finding }, form) => (
    <>
      <Crumbs items={[{ label: text.name, href: `/staff/figure-check/${text.id}` }]} />
      <Form of={form}>
        <Heading>What do you make of this?</Heading>
        <ul class="findings">
          <FindingCard finding={finding} number={1} level={2} />
        </ul>
        <Radios
          field={form.decision}
          legend="Your decision"
          items={[
            { value: 'accepted', text: 'Accept: the document will be mended' },
            { value: 'dismissed', text: 'Dismiss: it is no fault' },
            { value: 'reopened', text: 'Leave it open' },
          ]}
        />
        <Textarea
          field={form.reason}
          label="Reason"
          hint="Needed to dismiss. It is remembered for this document, as long as the passage keeps its words."
          rows={3}
        />
        <Button preventDoubleClick>Save decision</Button>
      </Form>
    </>
  ),
})
