import { fieldError, page } from '#platform/web/page.js'
import { Button, Eyebrow, Form, Heading, Lede, Notice } from '#ui/components.js'
import { type SignedIn, signIn } from '../actions/sign-in.js'
import { EmailInput, emailField, mustWait, PasswordInput, passwordField, ServiceFirst } from './sign-in-parts.js'

export const signInPage = page('/sign-in', {
  permission: 'people:sign-in',
  load: async ({ deps: { trust }, actor, query }) => ({
    signedInAs: actor.kind === 'person' ? actor.name : undefined,
    service: trust.provider?.label,
    to: placeWithin(query.to),
    hasLeftService: trust.provider !== undefined && query.left === 'here',
  }),
  form: {
    email: emailField('Enter your e-mail address'),
    password: passwordField('Enter your password'),
  },
  submit: async ({ deps, actor, address, query, sessionToken, browserToken, input }) => {
    const request = { ...input, address, browserToken, ...(sessionToken && { previousToken: sessionToken }) }
    const result = await signIn(deps, actor, request)
    if (result.ok) {
      const { token: session, browser } = result.value
      return { kind: 'redirect', to: placeAfter(result.value, query.to), session, ...(browser && { browser }) }
    }
    return result.error.code === 'wait'
      ? fieldError('password', mustWait(result.error))
      : fieldError('password', 'The e-mail address or the password is not right')
  },
  title: () => 'Sign in',
  view: ({ signedInAs, service, to, hasLeftService }, form) => (
    <Form of={form}>
      <Eyebrow>For the office, the force, partners and the panel</Eyebrow>
      <Heading>Sign in</Heading>
      <Lede>Everything that is published can be read without signing in.</Lede>
      {signedInAs ? (
        <Notice title={`You are signed in as ${signedInAs}`}>
          <p>
            <a href="/staff">Go to your work</a>, or sign in as somebody else.
          </p>
        </Notice>
      ) : null}
      {hasLeftService ? (
        <p>
          You may still be signed in at {service}. <a href="/sign-in/provider/leave">Sign out there too</a>
        </p>
      ) : null}
      <ServiceFirst
        service={service}
        href={`/sign-in/provider?to=${encodeURIComponent(to)}`}
        or="Or with your password here"
      />
      <EmailInput field={form.email} />
      <PasswordInput field={form.password} hint="If you have lost it, the office can give you a new one." />
      <Button kind={service ? 'secondary' : 'primary'} preventDoubleClick>
        Sign in
      </Button>
    </Form>
  ),
})

/** With a second factor the code comes next, and the way on is kept. */
export function placeAfter({ needsCode }: Pick<SignedIn, 'needsCode'>, to: string | undefined): string {
  const place = placeWithin(to)
  return needsCode ? `/sign-in/code?to=${encodeURIComponent(place)}` : place
}

/** Where someone was going before they signed in, if that is a place on this site; else their desk. */
export function placeWithin(to: string | undefined): string {
  const home = '/staff'
  if (!to?.startsWith('/') || !URL.canParse(to, 'http://here.invalid')) return home
  const { origin, pathname, search } = new URL(to, 'http://here.invalid')
  const isWithin = origin === 'http://here.invalid' && !pathname.startsWith('//')
  return isWithin && !['/sign-in', '/sign-out'].includes(pathname) ? `${pathname}${search}` : home
}
