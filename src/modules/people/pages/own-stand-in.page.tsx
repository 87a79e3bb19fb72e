import { found } from '#platform/errors.js'
import { dateField, idField } from '#platform/web/fields.js'
import { fieldError, page, redirectTo } from '#platform/web/page.js'
import { Button, Crumbs, Form, Heading } from '#ui/components.js'
import { actFor, arrangeStandIn, endStandIn, whomFor } from '../actions/stand-in.js'
import { accountById, allAccounts } from '../data/account.queries.js'
import { standInsOf } from '../data/stand-in.queries.js'
import { mayEverStandIn } from '../domain/stand-in.js'
import { Arrangements, explainStandIn, NewArrangement } from './stand-in-view.js'

const HERE = '/staff/account/stand-in'
const OWN = 'own'

export const ownStandInPage = page(HERE, {
  permission: 'people:own-account',
  load: async ({ deps, actor }) => {
    const me = found(await accountById(deps.db, actor.id))
    const all = await allAccounts(deps.db)
    const arrangements = await standInsOf(deps.db, me.id)
    const today = []
    for (const { id, standInId } of arrangements) {
      const away = standInId === me.id ? await whomFor(deps, me, id) : undefined
      if (away) today.push({ id, name: away.name })
    }
    return {
      ...{ arrangements, forWhom: today, today: deps.today(), isActing: actor.name !== me.name },
      others: all.filter((other) => mayEverStandIn(me, other, deps.today())),
      names: new Map(all.map(({ id, name }) => [id, name])),
    }
  },
  form: {
    standInId: idField({}),
    from: dateField({ name: 'First day' }),
    until: dateField({ name: 'Last day' }),
    end: idField({}),
    act: idField({}),
  },
  submit: async ({ deps, actor, sessionToken = '', input: { standInId, from, until, end, act } }) => {
    if (act) {
      const result = await actFor(deps, actor, { sessionToken, id: act === OWN ? null : act })
      if (!result.ok) return fieldError('act', 'This is not arranged for today')
      return redirectTo('/staff', act === OWN ? 'You act for yourself again' : 'You act for them in this browser now')
    }
    if (end) {
      await endStandIn(deps, actor, { id: end, accountId: actor.id })
      return redirectTo(HERE, 'Ended')
    }
    if (!standInId) return fieldError('standInId', 'Select who acts for you')
    if (!from) return fieldError('from', 'Enter the first day')
    if (!until) return fieldError('until', 'Enter the last day')
    const result = await arrangeStandIn(deps, actor, { standInId, from, until })
    if (result.ok) return redirectTo(HERE, 'Arranged')
    const { field, message } = explainStandIn(result.error)
    return fieldError(field, message)
  },
  title: () => 'Who acts for whom',
  view: ({ arrangements, forWhom, today, isActing, others, names }, form) => (
    <>
      <Crumbs items={[{ label: 'Your account', href: '/staff/account' }]} />
      <Form of={form}>
        <Heading>Who acts for whom</Heading>
        <p>
          While you are away somebody else can do what your roles allow, on the days that you name. The audit trail
          names both of you.
        </p>
        {isActing ? (
          <Button name="act" value={OWN}>
            Act for yourself again
          </Button>
        ) : (
          forWhom.map(({ id, name }) => (
            <Button key={id} name="act" value={id}>
              Act for {name} now
            </Button>
          ))
        )}
        <Arrangements arrangements={arrangements} names={names} today={today} />
        <NewArrangement form={form} others={others} />
      </Form>
    </>
  ),
})
