import { page } from '#platform/web/page.js'
import { Button, Form, Heading } from '#ui/components.js'
import { signOut } from '../actions/sign-out.js'

export const signOutPage = page('/sign-out', {
  permission: 'people:sign-in',
  load: async ({ actor }) => ({ isSignedIn: actor.kind === 'person' }),
  form: {},
  submit: async ({ deps, actor, sessionToken }) => {
    if (sessionToken) await signOut(deps, actor, { token: sessionToken })
    return { kind: 'redirect', to: '/sign-in', notice: 'You have signed out', session: null }
  },
  title: () => 'Sign out',
  view: ({ isSignedIn }, form) =>
    isSignedIn ? (
      <Form of={form}>
        <Heading>Sign out</Heading>
        <p>This ends your session in this browser. Others go on until you end them in your account.</p>
        <Button preventDoubleClick>Sign out</Button>
      </Form>
    ) : (
      <>
        <Heading>You are not signed in</Heading>
        <p>
          <a href="/sign-in">Sign in</a>
        </p>
      </>
    ),
})
