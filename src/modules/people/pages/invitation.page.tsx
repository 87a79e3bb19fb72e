import { fieldError, page } from '#platform/web/page.js'
import { redirection } from '#platform/web/redirection.js'
import { csrfTokenFor } from '#platform/web/security.js'
import { Button, Form, Heading, Lede } from '#ui/components.js'
import { goElsewhere } from '../actions/sign-in-elsewhere.js'
import { accountByLink, takeInvitation, takeInvitationElsewhere } from '../actions/take-link.js'
import { WHY_NO_PASSWORD } from '../domain/password-words.js'
import { LinkOver } from './link-over.js'
import { problemElsewhere } from './sign-in-elsewhere.js'
import { NewPasswordInput, passwordField, ServiceFirst } from './sign-in-parts.js'

export const invitationPage = page('/invitation/:token', {
  permission: 'people:sign-in',
  load: async ({ deps, params }) => ({
    account: await accountByLink(deps, { linkToken: params.token, kind: 'invitation' }),
    service: deps.trust.provider?.label,
    token: params.token,
  }),
  form: { password: passwordField() },
  submit: async ({ deps, actor, address, sessionToken, params, input: { password } }) => {
    const taking = { linkToken: params.token, address, password, previousToken: sessionToken }
    const result = await takeInvitation(deps, actor, taking)
    if (result.ok) {
      const { token: session, browser, needsCode } = result.value
      return { kind: 'redirect', to: needsCode ? '/sign-in/code' : '/staff', session, ...(browser && { browser }) }
    }
    const { error } = result
    return fieldError(
      'password',
      error.code === 'link-over' ? 'This link opens nothing any more' : WHY_NO_PASSWORD[error.code],
    )
  },
  title: () => 'Your invitation',
  view: ({ account, service, token }, form) =>
    account ? (
      <Form of={form}>
        <Heading>Welcome, {account.name}</Heading>
        <Lede>Choose how you will sign in as {account.email}.</Lede>
        <ServiceFirst service={service} href={`/invitation/${token}/provider`} or="Or choose a password" />
        <NewPasswordInput field={form.password} label="New password" />
        <Button kind={service ? 'secondary' : 'primary'} preventDoubleClick>
          Set password and sign in
        </Button>
      </Form>
    ) : (
      <LinkOver />
    ),
})

export const invitationElsewhereRoute = redirection('/invitation/:token/provider', {
  permission: 'people:sign-in',
  onward: async ({ deps, actor, address, sessionToken, params }) => {
    const taking = { linkToken: params.token ?? '', address, previousToken: sessionToken }
    const taken = await takeInvitationElsewhere(deps, actor, taking)
    if (!taken.ok) return { kind: 'redirect', to: `/invitation/${encodeURIComponent(params.token ?? '')}` }
    // The way back is known to the session that begins now, not to the browser as it was.
    const { token } = taken.value
    const journey = { purpose: 'link', to: '/staff' } as const
    const going = await goElsewhere(deps, actor, { browserKey: csrfTokenFor(token), journey })
    return going.ok ? { kind: 'redirect', to: going.value, session: token } : problemElsewhere(going.error)
  },
})
