import { found } from '#platform/errors.js'
import { page } from '#platform/web/page.js'
import { Crumbs, Form, Heading } from '#ui/components.js'
import { accountById } from '../data/account.queries.js'
import { arranged, STAND_IN_FORM, standInsAround } from './stand-in-form.js'
import { Arrangements, NewArrangement } from './stand-in-view.js'

export const accountStandInPage = page('/staff/people/:id/stand-in', {
  permission: 'people:manage',
  load: async ({ deps, params }) => {
    const account = found(await accountById(deps.db, params.id))
    return { account, ...(await standInsAround(deps, account)) }
  },
  form: STAND_IN_FORM,
  submit: ({ params: { id: accountId }, input, ...context }) =>
    arranged(context, { accountId, here: `/staff/people/${accountId}/stand-in` }, input),
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
