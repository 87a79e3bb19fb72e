import { textField } from '#platform/web/fields.js'
import { fieldError, page } from '#platform/web/page.js'
import { redirection } from '#platform/web/redirection.js'
import { csrfTokenFor } from '#platform/web/security.js'
import { Button, Form, Heading, Lede, LinkButton, TextInput } from '#ui/components.js'
import { goElsewhere } from '../actions/sign-in-elsewhere.js'
import { accountByLink, takeInvitation, takeInvitationElsewhere } from '../actions/take-link.js'
import { MOST_CHARACTERS } from '../domain/password.js'
import { PASSWORD_HINT, WHY_NO_PASSWORD } from '../domain/password-words.js'
import { LinkOver } from './link-over.js'
import { problemElsewhere } from './sign-in-elsewhere.js'

export const invitationPage = page('/invitation/:token', {
  permission: 'people:sign-in',
  load: async ({ deps, params }) => ({
    account: await accountByLink(deps, { linkToken: params.token, kind: 'invitation' }),
    service: deps.trust.provider?.label,
    token: params.token,
  }),
  form: { password: textField({ missing: 'Enter a password', max: MOST_CHARACTERS, name: 'Password' }) },
  submit: async ({ deps, actor, address, params, input: { password } }) => {
    const result = await takeInvitation(deps, actor, { linkToken: params.token, address, password })
    if (result.ok) {
      const { token, needsCode } = result.value
      return { kind: 'redirect', to: needsCode ? '/sign-in/code' : '/staff', session: token }
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
        {service ? (
          <>
            <LinkButton href={`/invitation/${token}/provider`}>Sign in with {service}</LinkButton>
            <Heading level={2}>Or choose a password</Heading>
          </>
        ) : null}
        <TextInput
          field={form.password}
          label="New password"
          hint={PASSWORD_HINT}
          type="password"
          autocomplete="new-password"
          width={30}
        />
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
  onward: async ({ deps, actor, address, params }) => {
    const taken = await takeInvitationElsewhere(deps, actor, { linkToken: params.token ?? '', address })
    if (!taken.ok) return { kind: 'redirect', to: `/invitation/${encodeURIComponent(params.token ?? '')}` }
    // The way back is known to the session that begins now, not to the browser as it was.
    const { token } = taken.value
    const journey = { purpose: 'link', to: '/staff' } as const
    const going = await goElsewhere(deps, actor, { browserKey: csrfTokenFor(token), journey })
    return going.ok ? { kind: 'redirect', to: going.value, session: token } : problemElsewhere(going.error)
  },
})
