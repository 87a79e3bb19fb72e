import { found } from '#platform/errors.js'
import type { RetentionRule } from '#platform/retention.js'
import { textField } from '#platform/web/fields.js'
import { fieldError, page, redirectTo } from '#platform/web/page.js'
import { Button, Crumbs, Form, Heading, Lede, Textarea, TextInput } from '#ui/components.js'
import { decideKeeping, recordsKept } from '../actions/keep-records.js'
import { DAYS, isDecidable } from '../domain/keeping.js'

const MISSING = 'Enter a number of days'

export const decideRetentionPage = (rules: readonly RetentionRule[]) =>
  page('/staff/operations/retention/:kind', {
    permission: 'operations:manage',
    load: async ({ deps, params: { kind } }) => {
      const rule = found(
        rules.find((each) => each.kind === kind),
        'There is no such kind of record',
      )
      const [keeping] = await recordsKept(deps, [rule])
      return { rule, keeping: found(keeping && isDecidable(keeping) ? keeping : undefined) }
    },
    title: () => 'How long is it kept?',
    form: {
      days: textField({ missing: MISSING, max: 10, name: 'Days to keep' }),
      reason: textField({ missing: 'Enter why', max: 500, name: 'Why' }),
    },
    values: ({ keeping }) => ({ days: String(keeping.days) }),
    submit: async ({ deps, actor, input, data: { rule, keeping } }) => {
      const days = /^\d{1,4}$/.test(input.days) ? Number(input.days) : 0
      const result = await decideKeeping(deps, actor, { rule, days, reason: input.reason })
      return result.ok
        ? redirectTo('/staff/operations/retention', 'Decided')
        : fieldError('days', `${MISSING} from ${DAYS.least} to ${keeping.most}`)
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
