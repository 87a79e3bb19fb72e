import { organisationById } from '#modules/body/index.js'
import { found } from '#platform/errors.js'
import { idField } from '#platform/web/fields.js'
import { fieldError, page, redirectTo } from '#platform/web/page.js'
import {
  Button,
  ButtonGroup,
  Form,
  Heading,
  LinkButton,
  Small,
  SummaryList,
  Table,
  VisuallyHidden,
} from '#ui/components.js'
import { countOf, formatMoment, sentenceCount } from '#ui/format.js'
import { tokenHash } from '../actions/begin-session.js'
import { freshSession } from '../actions/just-signed-in.js'
import { unlinkElsewhere } from '../actions/sign-in-elsewhere.js'
import { endSession, signOutEverywhere } from '../actions/sign-out.js'
import { accountById } from '../data/account.queries.js'
import { identitiesOf } from '../data/identity.queries.js'
import { sessionByHash, sessionsOf } from '../data/session.queries.js'
import { IDLE_HOURS, isLive, LONGEST_DAYS, type Session } from '../domain/session.js'
import { RoleList } from './role-list.js'
import { NOT_FRESH, SignInAgain } from './sign-in-parts.js'

const EVERYWHERE = 'everywhere'
const UNLINK = 'unlink'

export const accountPage = page('/staff/account', {
  permission: 'people:own-account',
  load: async ({ deps, actor, sessionToken }) => {
    const { db, now, today, trust } = deps
    const account = found(await accountById(db, actor.id))
    const here = sessionToken ? await sessionByHash(db, tokenHash(sessionToken)) : undefined
    return {
      account,
      organisation: account.organisationId ? await organisationById(db, account.organisationId) : undefined,
      sessions: (await sessionsOf(db, account.id)).filter((session) => isLive(session, now())),
      hereId: here?.session.id,
      today: today(),
      service: trust.provider?.label,
      isFresh: (await freshSession(deps, sessionToken)) !== undefined,
      isLinked: (await identitiesOf(db, account.id)).length > 0,
    }
  },
  form: { session: idField({ missing: 'Choose where to sign out' }) },
  submit: async ({ deps, actor, data, sessionToken = '', input }) => {
    if (input.session === EVERYWHERE) {
      const ended = await signOutEverywhere(deps, actor)
      return { kind: 'redirect', to: '/sign-in', notice: `Signed out of ${browsers(ended)}`, session: null }
    }
    if (input.session === UNLINK) {
      const unlinked = await unlinkElsewhere(deps, actor, { sessionToken })
      if (!unlinked.ok) return fieldError('session', WHY_STILL_LINKED[unlinked.error.code])
      return redirectTo('/staff/account', 'The link is gone: your password lets you in')
    }
    await endSession(deps, actor, { sessionId: input.session })
    if (input.session !== data.hereId) return redirectTo('/staff/account', 'Signed out of the other browser')
    return { kind: 'redirect', to: '/sign-in', notice: 'You have signed out', session: null }
  },
  title: () => 'Your account',
  view: ({ account, organisation, today, sessions, hereId, ...service }, form) => (
    <Form of={form}>
      <Heading>Your account</Heading>
      <SummaryList
        rows={[
          { key: 'Name', value: account.name },
          { key: 'E-mail address', value: account.email },
          { key: 'Roles', value: <RoleList roles={account.roles} today={today} /> },
          ...(organisation ? [{ key: 'Organisation', value: organisation.name }] : []),
        ]}
      />
      <ButtonGroup>
        <LinkButton kind="secondary" href="/staff/account/password">
          Change your password
        </LinkButton>
        <LinkButton kind="secondary" href="/staff/account/second-factor">
          Second factor
        </LinkButton>
        <LinkButton kind="secondary" href="/staff/account/stand-in">
          Who acts for whom
        </LinkButton>
      </ButtonGroup>
      {service.service || service.isLinked ? <Service {...service} /> : null}
      <Heading level={2}>Where you are signed in</Heading>
      <p>
        {sentenceCount(sessions.length, 'browser')}. A session ends after {IDLE_HOURS} hours without use, and after{' '}
        {LONGEST_DAYS} days in any case.
      </p>
      <Sessions sessions={sessions} hereId={hereId} />
      <Button kind="warning" name="session" value={EVERYWHERE} preventDoubleClick>
        Sign out everywhere
      </Button>
      <Small>This browser too. Do it when a machine is lost, or when you do not know a place in the list.</Small>
    </Form>
  ),
})

const WHY_STILL_LINKED = {
  'no-password': 'Without the link you could not sign in: ask the office for a link to choose a password first',
  'not-fresh': NOT_FRESH,
}

type ServiceProps = { readonly service: string | undefined; readonly isLinked: boolean; readonly isFresh: boolean }

function Service({ service: label = 'your organisation', isLinked, isFresh }: ServiceProps) {
  return (
    <>
      <Heading level={2}>Signing in with {label}</Heading>
      <p>{isLinked ? 'Your account is linked.' : 'Link your account once, and you need no password here.'}</p>
      {isFresh ? (
        <LinkOrUnlink label={label} isLinked={isLinked} />
      ) : (
        <SignInAgain what="The link is made and taken away" to="/staff/account" />
      )}
    </>
  )
}

function LinkOrUnlink({ label, isLinked }: { label: string; isLinked: boolean }) {
  return isLinked ? (
    <Button kind="secondary" name="session" value={UNLINK}>
      Take the link away
    </Button>
  ) : (
    <LinkButton kind="secondary" href="/staff/account/provider">
      Link with {label}
    </LinkButton>
  )
}

function Sessions({ sessions, hereId }: { sessions: readonly Session[]; hereId: string | undefined }) {
  return (
    <Table
      caption="Sessions"
      captionHidden
      stacks
      columns={[{ label: 'Signed in' }, { label: 'Last used' }, { label: 'Address' }, { label: 'End it' }]}
      rows={sessions.map(({ id, createdAt, seenAt, address }) => [
        formatMoment(createdAt),
        id === hereId ? 'This browser, now' : formatMoment(seenAt),
        address,
        <Button key={id} kind="secondary" name="session" value={id}>
          Sign out
          <VisuallyHidden> of the session begun on {formatMoment(createdAt)}</VisuallyHidden>
        </Button>,
      ])}
    />
  )
}

function browsers(count: number): string {
  return countOf(count, 'browser')
}
