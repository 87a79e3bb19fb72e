import { found } from '#platform/errors.js'
import { dateField, idField } from '#platform/web/fields.js'
import { fieldError, page, redirectTo } from '#platform/web/page.js'
import { Crumbs, Form, Heading } from '#ui/components.js'
import { arrangeStandInFor, endStandIn } from '../actions/stand-in.js'
import { accountById, allAccounts } from '../data/account.queries.js'
import { standInsOf } from '../data/stand-in.queries.js'
import { mayEverStandIn } from '../domain/stand-in.js'
import { Arrangements, explainStandIn, NewArrangement } from './stand-in-view.js'

export const accountStandInPage = page('/staff/people/:id/stand-in', {
  permission: 'people:manage',
  load: async ({ deps, params }) => {
    const account = found(await accountById(deps.db, params.id))
    const all = await allAccounts(deps.db)
    return {
      account,
      arrangements: await standInsOf(deps.db, account.id),
      today: deps.today(),
      others: all.filter((other) => mayEverStandIn(account, other, deps.today())),
      names: new Map(all.map(({ id, name }) => [id, name])),
    }
  },
  form: {
    standInId: idField({}),
    from: dateField({ name: 'First day' }),
    until: dateField({ name: 'Last day' }),
    end: idField({}),
  },
  submit: async ({ deps, actor, params: { id: accountId }, input: { standInId, from, until, end } }) => {
    const here = `/staff/people/${accountId}/stand-in`
    if (end) {
      await endStandIn(deps, actor, { id: end, accountId })
      return redirectTo(here, 'Ended')
    }
    if (!standInId) return fieldError('standInId', 'Select who acts')
    if (!from) return fieldError('from', 'Enter the first day')
    if (!until) return fieldError('until', 'Enter the last day')
    const result = await arrangeStandInFor(deps, actor, { accountId, standInId, from, until })
    if (result.ok) return redirectTo(here, 'Arranged')
    const { field, message } = explainStandIn(result.error)
    return fieldError(field, message)
  },
  title: ({ account }) => `Who acts for ${account.name}`,
  view: ({ account, arrangements, today, others, names }, form) => (
    <>
      <Crumbs
        items={[
          { label: 'People', href: '/staff/people' },
          { label: account.name, href: `/staff/people/${account.id}` },
        ]}
      />
      <Form of={form}>
        <Heading>Who acts for {account.name}</Heading>
        <p>For when they could not arrange it themselves. The audit trail names both.</p>
        <Arrangements arrangements={arrangements} names={names} today={today} />
        <NewArrangement form={form} others={others} />
      </Form>
    </>
  ),
})
