import { found } from '#platform/errors.js'
import { idField } from '#platform/web/fields.js'
import { fieldError, page, redirectTo } from '#platform/web/page.js'
import { Button, Crumbs, Form, Heading } from '#ui/components.js'
import { actFor, whomFor } from '../actions/stand-in.js'
import { accountById } from '../data/account.queries.js'
import { arranged, STAND_IN_FORM, standInsAround } from './stand-in-form.js'
import { Arrangements, NewArrangement } from './stand-in-view.js'

const HERE = '/staff/account/stand-in'
const OWN = 'own'

export const ownStandInPage = page(HERE, {
  permission: 'people:own-account',
  load: async ({ deps, actor }) => {
    const me = found(await accountById(deps.db, actor.id))
    const around = await standInsAround(deps, me)
    const forWhom = []
    for (const { id, standInId } of around.arrangements) {
      const away = standInId === me.id ? await whomFor(deps, me, id) : undefined
      if (away) forWhom.push({ id, name: away.name })
    }
    return { ...around, forWhom, isActing: actor.name !== me.name }
  },
  form: { ...STAND_IN_FORM, act: idField({}) },
  submit: async ({ deps, actor, sessionToken = '', input: { act, ...input } }) => {
    if (act) {
      const result = await actFor(deps, actor, { sessionToken, id: act === OWN ? null : act })
      if (!result.ok) return fieldError('act', 'This is not arranged for today')
      return redirectTo('/staff', act === OWN ? 'You act for yourself again' : 'You act for them in this browser now')
    }
    return arranged({ deps, actor }, { accountId: actor.id, here: HERE }, input)
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
