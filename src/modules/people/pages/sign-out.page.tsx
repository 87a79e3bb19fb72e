import { page } from '#platform/web/page.js'
import { Button, Form, Heading } from '#ui/components.js'
import { signOut } from '../actions/sign-out.js'

export const signOutPage = page('/sign-out', {
  permission: 'people:sign-in',
  load: async ({ actor }) => ({ isSignedIn: actor.kind === 'person' }),
  form: {},
  submit: async ({ deps, actor, sessionToken }) => {
    const left = sessionToken ? await signOut(deps, actor, { token: sessionToken }) : undefined
    const to = left?.cameFromElsewhere ? '/sign-in?left=here' : '/sign-in'
    return { kind: 'redirect', to, notice: 'You have signed out', session: null }
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
