import { textField } from '#platform/web/fields.js'
import { fieldError, page } from '#platform/web/page.js'
import { Button, Form, Heading, Lede, LinkButton, PasskeyButton, TextInput } from '#ui/components.js'
import { type FactorRefusal, halfSignedIn, passFactor, waysToAnswer } from '../actions/pass-factor.js'
import { MOST_ANSWER } from './passkey-words.js'
import { placeWithin } from './sign-in.page.js'
import { mustWait } from './sign-in-parts.js'

export const signInCodePage = page('/sign-in/code', {
  permission: 'people:sign-in',
  load: async ({ deps, sessionToken = '' }) => {
    const account = await halfSignedIn(deps, sessionToken)
    return account && (await waysToAnswer(deps, account, sessionToken))
  },
  form: { code: textField({ max: 20, name: 'Code' }), passkey: textField({ max: MOST_ANSWER, name: 'Passkey' }) },
  submit: async ({ deps, actor, address, query, sessionToken = '', browserToken, input: { code, passkey } }) => {
    if (!code && !passkey) return fieldError('code', 'Enter the code')
    const result = await passFactor(deps, actor, { token: sessionToken, typed: code, passkey, address, browserToken })
    if (result.ok) {
      const { token: session, browser } = result.value
      return { kind: 'redirect', to: placeWithin(query.to), session, browser }
    }
    return fieldError('code', explain(result.error, passkey ? 'passkey' : 'code'))
  },
  title: () => 'Second factor',
  view: (ways, form) =>
    ways ? (
      <Form of={form}>
        <Heading>One step more</Heading>
        <Lede>{LEDES[wayOf(ways)]}</Lede>
        {ways.passkeyOptions ? <PasskeyButton does="use" options={ways.passkeyOptions} label="Use a passkey" /> : null}
        <TextInput
          field={form.code}
          label={ways.hasApp ? 'Code' : 'Recovery code'}
          hint={ways.hasApp ? APP_HINT : 'When the device with the passkey is not at hand. Each is taken once'}
          autocomplete="one-time-code"
          spellcheck={false}
          width={10}
        />
        <Button kind={ways.passkeyOptions ? 'secondary' : 'primary'} preventDoubleClick>
          {ways.passkeyOptions ? 'Sign in with a code' : 'Sign in'}
        </Button>
      </Form>
    ) : (
      <>
        <Heading>Begin with your password</Heading>
        <p>Too much time has passed, or this browser did not sign in.</p>
        <LinkButton href="/sign-in">Sign in</LinkButton>
      </>
    ),
})

type Ways = Awaited<ReturnType<typeof waysToAnswer>>

const APP_HINT = 'Without the telephone: one of your recovery codes, each of which is taken once'
const LEDES = {
  app: 'Your authenticator app shows six digits for this office. They change every half minute.',
  passkey: 'Show your passkey: your device asks for a finger, a face, a PIN or the key itself.',
  both: 'Show your passkey, or enter the six digits that your authenticator app shows for this office.',
}

function wayOf({ hasApp, passkeyOptions }: Ways): keyof typeof LEDES {
  if (!passkeyOptions) return 'app'
  return hasApp ? 'both' : 'passkey'
}

function explain(refusal: FactorRefusal, way: 'passkey' | 'code'): string {
  if (refusal.code === 'wait') return mustWait(refusal)
  if (refusal.code === 'over') return 'Too much time has passed: sign in again'
  return way === 'passkey' ? 'This passkey was not accepted' : 'This is not the code, or it was used before'
}
