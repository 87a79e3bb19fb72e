import { found } from '#platform/errors.js'
import { textField } from '#platform/web/fields.js'
import { fieldError, page, redirectTo } from '#platform/web/page.js'
import { Button, Crumbs, Form, Heading, Textarea } from '#ui/components.js'
import { formatDate } from '#ui/format.js'
import { takeBackPeriod } from '../actions/set-period.js'
import { allPeriods } from '../data/pre-election.queries.js'

const LIST = '/staff/pre-election'
const MISSING = 'Enter why it no longer counts'

export const takeBackPeriodPage = page('/staff/pre-election/:periodId/take-back', {
  permission: 'pre-election:manage',
  load: async ({ deps, params }) => found((await allPeriods(deps.db)).find(({ id }) => id === params.periodId)),
  form: { reason: textField({ missing: MISSING, max: 500, name: 'Reason' }) },
  submit: async ({ deps, actor, data, input }) => {
    const result = await takeBackPeriod(deps, actor, { periodId: data.id, reason: input.reason })
    return result.ok ? redirectTo(LIST, 'Period taken back') : fieldError('reason', MISSING)
  },
  title: () => 'Take a period back',
  view: ({ election, from, until }, form) => (
    <>
      <Crumbs items={[{ label: 'Before an election', href: LIST }]} />
      <Form of={form}>
        <Heading>Take this period back?</Heading>
        <p>
          From {formatDate(from)} to {formatDate(until)}, before {election}. Reports can then be published again.
        </p>
        <Textarea field={form.reason} label="Why it no longer counts" rows={3} />
        <Button kind="warning" preventDoubleClick>
          Take it back
        </Button>
      </Form>
    </>
  ),
})
