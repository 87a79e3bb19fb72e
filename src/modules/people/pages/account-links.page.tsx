import { found } from '#platform/errors.js'
import { idField } from '#platform/web/fields.js'
import { fieldError, page, redirectTo } from '#platform/web/page.js'
import { Button, ButtonGroup, Crumbs, Form, Heading, Notice, Panel, Radios } from '#ui/components.js'
import { formatMoment } from '#ui/format.js'
import { makeLink, notePassedOn, type OpenLink, openLinks, withdrawLink } from '../actions/make-link.js'
import { accountById } from '../data/account.queries.js'
import type { Account } from '../domain/account.js'
import { INVITATION_DAYS, mayHavePass, PASS_DAYS } from '../domain/link.js'

const INVITATION = 'invitation'

export const accountLinksPage = page('/staff/people/:id/links', {
  permission: 'people:manage',
  load: async ({ deps, actor, params }) => {
    const account = found(await accountById(deps.db, params.id))
    return {
      account,
      links: await openLinks(deps, actor, account.id),
      mayPass: mayHavePass(account, deps.today()),
    }
  },
  form: { kind: idField({}), noted: idField({}), withdraw: idField({}) },
  values: () => ({ kind: INVITATION }),
  submit: async ({ deps, actor, params: { id: accountId }, input: { kind, noted, withdraw } }) => {
    const here = `/staff/people/${accountId}/links`
    if (noted) {
      await notePassedOn(deps, actor, { id: noted, accountId })
      return redirectTo(here, 'The link is no longer shown here')
    }
    if (withdraw) {
      await withdrawLink(deps, actor, { id: withdraw, accountId })
      return redirectTo(here, 'The link opens nothing any more')
    }
    const days = PASS_DAYS.find((each) => String(each) === kind)
    if (!days && kind !== INVITATION) return fieldError('kind', 'Select what the link is for')
    const link = days ? { kind: 'pass' as const, days } : { kind: 'invitation' as const }
    const result = await makeLink(deps, actor, { accountId, ...link })
    if (result.ok) return redirectTo(here, 'Copy the link and pass it on')
    return fieldError('kind', REFUSALS[result.error.code])
  },
  title: ({ account }) => `Links for ${account.name}`,
  view: ({ account, links, mayPass }, form) => (
    <>
      <Crumbs
        items={[
          { label: 'People', href: '/staff/people' },
          { label: account.name, href: `/staff/people/${account.id}` },
        ]}
      />
      <Form of={form}>
        <Heading>Links for {account.name}</Heading>
        {links.map((link) => (
          <Open key={link.id} link={link} account={account} />
        ))}
        <Heading level={2}>Make a link</Heading>
        <Radios field={form.kind} legend="What for?" items={mayPass ? [TO_CHOOSE, ...TO_PASS] : [TO_CHOOSE]} />
        <Button kind={links.length > 0 ? 'secondary' : 'primary'} preventDoubleClick>
          Make the link
        </Button>
      </Form>
    </>
  ),
})

const TO_CHOOSE = {
  value: INVITATION,
  text: 'To choose a password',
  hint: `When they are new, or have lost it. Taken once, within ${INVITATION_DAYS} days`,
}
const TO_PASS = PASS_DAYS.map((days) => ({
  value: String(days),
  text: `To see to their own items for ${days} days, without a password`,
}))

const REFUSALS = {
  'not-active': 'This account may not sign in: change that first',
  'no-pass-for-this-role': 'Only partner contributors may come in without a password',
}

function Open({ link, account }: { link: OpenLink; account: Account }) {
  const { id, kind, expiresAt, address } = link
  return (
    <Panel title={kind === 'invitation' ? 'An invitation is open' : 'A pass is open'}>
      <p>It lets them in until {formatMoment(expiresAt)}.</p>
      {address ? (
        <Letter account={account} link={{ ...link, address }} />
      ) : (
        <p>It was passed on, and is not shown again.</p>
      )}
      <ButtonGroup>
        {address ? (
          <Button name="noted" value={id}>
            I have passed it on
          </Button>
        ) : null}
        <Button kind="warning" name="withdraw" value={id}>
          Withdraw it
        </Button>
      </ButtonGroup>
    </Panel>
  )
}

function Letter({ account, link }: { account: Account; link: OpenLink & { readonly address: string } }) {
  const does = link.kind === 'invitation' ? 'choose a password' : 'see to the actions that you lead'
  return (
    <Notice title="Copy this into a message to them, and to nobody else">
      <p>To {account.email}</p>
      <p>
        Here is your way in. Open this link to {does}. It works until {formatMoment(link.expiresAt)} and is for you
        alone:
      </p>
      <p>
        <code class="long-code">{link.address}</code>
      </p>
    </Notice>
  )
}
