import { textField } from '#platform/web/fields.js'
import { fieldError, page } from '#platform/web/page.js'
import { Button, Form, Heading, Lede, LinkButton, TextInput } from '#ui/components.js'
import { type FactorRefusal, halfSignedIn, passFactor } from '../actions/pass-factor.js'
import { placeWithin } from './sign-in.page.js'
import { waitInWords } from './wait-words.js'

export const signInCodePage = page('/sign-in/code', {
  permission: 'people:sign-in',
  load: async ({ deps, sessionToken }) => ({ isExpected: (await halfSignedIn(deps, sessionToken)) !== undefined }),
  form: { code: textField({ missing: 'Enter the code', max: 20, name: 'Code' }) },
  submit: async ({ deps, actor, address, query, sessionToken = '', input }) => {
    const result = await passFactor(deps, actor, { token: sessionToken, typed: input.code, address })
    if (result.ok) return { kind: 'redirect', to: placeWithin(query.to), session: result.value.token }
    return fieldError('code', explain(result.error))
  },
  title: () => 'Enter your code',
  view: ({ isExpected }, form) =>
    isExpected ? (
      <Form of={form}>
        <Heading>Enter your code</Heading>
        <Lede>Your authenticator app shows six digits for this office. They change every half minute.</Lede>
        <TextInput
          field={form.code}
          label="Code"
          hint="Without the telephone: one of your recovery codes, each of which is taken once"
          autocomplete="one-time-code"
          spellcheck={false}
          width={10}
        />
        <Button preventDoubleClick>Sign in</Button>
      </Form>
    ) : (
      <>
        <Heading>Begin with your password</Heading>
        <p>Too much time has passed, or this browser did not sign in.</p>
        <LinkButton href="/sign-in">Sign in</LinkButton>
      </>
    ),
})

function explain(refusal: FactorRefusal): string {
  if (refusal.code === 'wait') return `Too many attempts. Wait ${waitInWords(refusal.seconds)}, then try again`
  return refusal.code === 'over'
    ? 'Too much time has passed: sign in again'
    : 'This is not the code, or it was used before'
}
