import { textField } from '#platform/web/fields.js'
import type { FieldState } from '#platform/web/form.js'
import { Heading, LinkButton, Notice, TextInput } from '#ui/components.js'
import { countOf } from '#ui/format.js'
import type { CreateAccountRefusal } from '../actions/create-account.js'
import { MOST_CHARACTERS } from '../domain/password.js'
import { PASSWORD_HINT } from '../domain/password-words.js'

/** The questions that every way in asks in the same words. */
export const nameField = () => textField({ missing: 'Enter a name', max: 80, name: 'Name' })
export const emailField = (missing = 'Enter an e-mail address') =>
  textField({ missing, max: 254, name: 'E-mail address' })
export const passwordField = (missing = 'Enter a password') =>
  textField({ missing, max: MOST_CHARACTERS, name: 'Password' })

/** What is wrong with the address of an account that is made. */
export const WHY_NO_EMAIL: Readonly<Record<Extract<CreateAccountRefusal['code'], `${string}email${string}`>, string>> =
  {
    'not-an-email': 'E-mail address must be like name@example.org',
    'email-taken': 'There is already an account with this e-mail address',
  }

/** How long to wait, rounded up, so that waiting so long is enough. */
export function mustWait({ seconds }: { readonly seconds: number }): string {
  const time = seconds < 90 ? countOf(seconds, 'second') : countOf(Math.ceil(seconds / 60), 'minute')
  return `Too many attempts. Wait ${time}, then try again`
}

/** A name that stands in the audit trail. */
export function NameInput({ field, whose }: { field: FieldState; whose: string }) {
  const hint = `A name or a job title. It stands beside everything that ${whose}, and in the audit trail for good.`
  return <TextInput field={field} label="Name" hint={hint} width={30} />
}

/** One's own e-mail address, which browsers remember. */
export function EmailInput({ field }: { field: FieldState }) {
  return (
    <TextInput
      field={field}
      label="E-mail address"
      type="email"
      autocomplete="username"
      spellcheck={false}
      width={30}
    />
  )
}

type PasswordProps = { readonly field: FieldState; readonly label?: string; readonly hint?: string }

/** The password that stands. */
export function PasswordInput({ field, label = 'Password', hint }: PasswordProps) {
  return <TextInput {...{ field, label }} hint={hint} type="password" autocomplete="current-password" width={30} />
}

/** A password that is chosen now, with the rules for it. */
export function NewPasswordInput({ field, label = 'Password' }: PasswordProps) {
  return <TextInput {...{ field, label }} hint={PASSWORD_HINT} type="password" autocomplete="new-password" width={30} />
}

/** The organisation's own sign-in service, before the password, where there is one. */
export function ServiceFirst({ service, href, or }: { service: string | undefined; href: string; or: string }) {
  return service ? (
    <>
      <LinkButton href={href}>Sign in with {service}</LinkButton>
      <Heading level={2}>{or}</Heading>
    </>
  ) : null
}

/** What must not be done in a browser left open is done only just after signing in. */
export function SignInAgain({ what, to }: { what: string; to: string }) {
  return (
    <Notice title="Sign in again first">
      <p>{what} only in the quarter of an hour after signing in.</p>
      <LinkButton kind="secondary" href={`/sign-in?to=${encodeURIComponent(to)}`}>
        Sign in again
      </LinkButton>
    </Notice>
  )
}

/** Said where a form was sent too late after signing in. */
export const NOT_FRESH = 'Sign in again first: this may only be done just after signing in'
