import { found } from '#platform/errors.js'
import type { RetentionRule } from '#platform/retention.js'
import { textField } from '#platform/web/fields.js'
import { fieldError, page, redirectTo } from '#platform/web/page.js'
import { Button, Crumbs, Form, Heading, Lede, Textarea, TextInput } from '#ui/components.js'
import { decideKeeping, recordsKept } from '../actions/keep-records.js'
import { DAYS } from '../domain/keeping.js'

const WRONG = `Enter a number of days from ${DAYS.least} to ${DAYS.most}`

export const decideRetentionPage = (rules: readonly RetentionRule[]) =>
  page('/staff/operations/retention/:kind', {
    permission: 'operations:manage',
    load: async ({ deps, params: { kind } }) => {
      const rule = found(
        rules.find((each) => each.kind === kind),
        'There is no such kind of record',
      )
      const [keeping] = await recordsKept(deps, [rule])
      return { rule, keeping: found(keeping) }
    },
    title: () => 'How long is it kept?',
    form: {
      days: textField({ missing: WRONG, max: 10, name: 'Days to keep' }),
      reason: textField({ missing: 'Enter why', max: 500, name: 'Why' }),
    },
    values: ({ keeping }) => ({ days: String(keeping.days) }),
    submit: async ({ deps, actor, input, data: { rule } }) => {
      const days = /^\d{1,4}$/.test(input.days) ? Number(input.days) : 0
      const result = await decideKeeping(deps, actor, { rule, days, reason: input.reason })
      return result.ok ? redirectTo('/staff/operations/retention', 'Decided') : fieldError('days', WRONG)
    },
    view: ({ rule }, form) => (
      <>
        <Crumbs
          items={[
            { label: 'How the system is', href: '/staff/operations' },
            { label: 'How long records are kept', href: '/staff/operations/retention' },
          ]}
        />
        <Form of={form}>
          <Heading>{rule.what}</Heading>
          <Lede>{rule.why}</Lede>
          <TextInput field={form.days} label="Days to keep" />
          <Textarea field={form.reason} label="Why" />
          <Button>Decide</Button>
        </Form>
      </>
    ),
  })
