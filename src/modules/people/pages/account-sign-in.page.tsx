import { found } from '#platform/errors.js'
import { choiceField } from '#platform/web/fields.js'
import { fieldError, page, redirectTo } from '#platform/web/page.js'
import { Button, Crumbs, Form, Heading, Lede, SummaryList } from '#ui/components.js'
import { countOf, formatMoment } from '#ui/format.js'
import { freshSession } from '../actions/just-signed-in.js'
import { resetFactor } from '../actions/set-factor.js'
import { unlinkAccount } from '../actions/sign-in-elsewhere.js'
import { signOutAccount } from '../actions/sign-out.js'
import { credentialsOf } from '../data/account.queries.js'
import { passkeysOf, sealedFactorOf, unusedRecoveryHashes } from '../data/factor.queries.js'
import { identitiesOf } from '../data/identity.queries.js'
import { sessionsOf } from '../data/session.queries.js'
import { isLive } from '../domain/session.js'
import { NOT_FRESH, SignInAgain } from './sign-in-parts.js'

const STEPS = ['sign-out', 'reset-factor', 'unlink'] as const

export const accountSignInPage = page('/staff/people/:id/sign-in', {
  permission: 'people:manage',
  load: async ({ deps, params: { id }, sessionToken }) => {
    const { account, passwordHash } = found(await credentialsOf(deps.db, 'id', id))
    const sessions = (await sessionsOf(deps.db, id)).filter((session) => isLive(session, deps.now()))
    return {
      account,
      ...{ hasPassword: passwordHash !== null, browsers: sessions.length, lastUsed: sessions[0]?.seenAt },
      hasApp: Boolean((await sealedFactorOf(deps.db, id))?.confirmedAt),
      passkeys: (await passkeysOf(deps.db, id)).length,
      codes: (await unusedRecoveryHashes(deps.db, id)).length,
      isLinked: (await identitiesOf(deps.db, id)).length > 0,
      isFresh: (await freshSession(deps, sessionToken)) !== undefined,
    }
  },
  form: { do: choiceField(STEPS, { missing: 'Choose what to do' }) },
  submit: async ({ deps, actor, params: { id }, data: { account, isFresh }, input }) => {
    const here = `/staff/people/${id}/sign-in`
    if (input.do === 'sign-out') {
      const ended = await signOutAccount(deps, actor, account)
      return redirectTo(here, `Signed out of ${countOf(ended, 'browser')}`)
    }
    if (!isFresh) return fieldError('do', NOT_FRESH)
    if (input.do === 'unlink') {
      await unlinkAccount(deps, actor, { accountId: id })
      return redirectTo(here, 'The link with the sign-in service is gone')
    }
    await resetFactor(deps, actor, account)
    return redirectTo(here, 'Their second factors are gone, and every browser is signed out')
  },
  title: ({ account }) => `How ${account.name} signs in`,
  view: ({ account, ...ways }, form) => (
    <>
      <Crumbs
        items={[
          { label: 'People', href: '/staff/people' },
          { label: account.name, href: `/staff/people/${account.id}` },
        ]}
      />
      <Form of={form}>
        <Heading>How {account.name} signs in</Heading>
        <SummaryList rows={waysInWords(ways)} />
        <Heading level={2}>A machine is lost, or somebody else may be signed in as them</Heading>
        <Button kind="secondary" name="do" value="sign-out">
          Sign them out everywhere
        </Button>
        {ways.hasApp || ways.passkeys > 0 || ways.isLinked ? <WaysToTakeAway {...ways} id={account.id} /> : null}
      </Form>
    </>
  ),
})

type Ways = {
  readonly hasPassword: boolean
  readonly hasApp: boolean
  readonly passkeys: number
  readonly codes: number
  readonly isLinked: boolean
  readonly isFresh: boolean
  readonly browsers: number
  readonly lastUsed: string | undefined
}

function waysInWords({ hasPassword, hasApp, passkeys, codes, isLinked, browsers, lastUsed }: Ways) {
  const factors = [...(hasApp ? ['an authenticator app'] : []), ...(passkeys > 0 ? [countOf(passkeys, 'passkey')] : [])]
  const left = `; ${countOf(codes, 'recovery code')} left`
  return [
    { key: 'Password', value: hasPassword ? 'Has one' : 'Has none: an invitation lets them choose one' },
    { key: 'Second factor', value: factors.length > 0 ? `Has ${factors.join(' and ')}${left}` : 'Has none' },
    { key: 'Organisation’s sign-in service', value: isLinked ? 'Linked' : 'Not linked' },
    {
      key: 'Signed in now',
      value: lastUsed ? `${countOf(browsers, 'browser')}, last used ${formatMoment(lastUsed)}` : 'Nowhere',
    },
  ]
}

function WaysToTakeAway({ hasApp, passkeys, isLinked, isFresh, id }: Ways & { readonly id: string }) {
  return (
    <>
      <Heading level={2}>A telephone or key is lost, or the link is wrong</Heading>
      <Lede>Be sure that it is they who ask: call them on a number that you know.</Lede>
      {isFresh ? null : <SignInAgain what="Ways in are taken away" to={`/staff/people/${id}/sign-in`} />}
      {isFresh && (hasApp || passkeys > 0) ? (
        <p>
          <Button kind="warning" name="do" value="reset-factor">
            Take their second factors away
          </Button>
        </p>
      ) : null}
      {isFresh && isLinked ? (
        <p>
          <Button kind="warning" name="do" value="unlink">
            Take the link with the sign-in service away
          </Button>
        </p>
      ) : null}
    </>
  )
}
