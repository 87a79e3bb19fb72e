import type { Account } from './account.js'

/** Length counts, not rules about signs: the advice of the National Cyber Security Centre. In characters. */
export const FEWEST_CHARACTERS = 12
export const MOST_CHARACTERS = 200

/** Why a password was refused. */
export type PasswordRefusal = {
  readonly code:
    | 'password-too-short'
    | 'password-too-long'
    | 'password-too-common'
    | 'password-is-own-details'
    | 'password-has-leaked'
}

/** What can be seen to be wrong with a password for this account, without a list of common or leaked ones. */
export function problemWithPassword(
  typed: string,
  account: Pick<Account, 'email' | 'name'>,
): PasswordRefusal | undefined {
  const password = passwordText(typed)
  const length = [...password].length
  if (length < FEWEST_CHARACTERS) return { code: 'password-too-short' }
  if (length > MOST_CHARACTERS) return { code: 'password-too-long' }
  if (/[a-z]/i.test(password) && isOfTheField(password)) return { code: 'password-too-common' }
  if (isOwnDetails(password, account)) return { code: 'password-is-own-details' }
  return undefined
}

/** The same password however a keyboard composes its letters, without spaces at the ends. */
export function passwordText(typed: string): string {
  return typed.normalize('NFKC').trim()
}

/** Words that anybody would try here first: no password may be made of them alone. Longer ones are taken out first. */
export const WORDS_OF_THE_FIELD = [
  'correcthorsebatterystaple',
  'policeandcrime',
  'constabulary',
  'commissioner',
  'frankpledge',
  'policing',
  'custody',
  'police',
  'mayor',
  'panel',
  'force',
  'chief',
  'crime',
  'plan',
]

/** Whether hardly anything is left of a password without the words of the field. */
function isOfTheField(password: string): boolean {
  return leftAfter(WORDS_OF_THE_FIELD, password.toLowerCase().replaceAll(/[^a-z]/g, '')).length < 4
}

function leftAfter(words: readonly string[], text: string): string {
  return words.reduce((left, word) => left.replaceAll(word, ''), text)
}

/** The words that belong to an account, in small letters without spaces. */
export function ownWords({ email, name }: Pick<Account, 'email' | 'name'>): string[] {
  const [local = '', domain = ''] = email.split('@')
  const own = [email, local, domain.split('.')[0] ?? '', name, ...local.split(/[._-]/), ...name.split(/\s+/)]
  return own.map(squeezed).filter((word) => word.length >= 3)
}

/** Whether hardly anything is left of a password without the account's own name and address. */
function isOwnDetails(password: string, { email, name }: Pick<Account, 'email' | 'name'>): boolean {
  const text = squeezed(password)
  const words = ownWords({ email, name }).toSorted((a, b) => b.length - a.length)
  const left = leftAfter(words, text)
  return left !== text && left.length < 8
}

function squeezed(text: string): string {
  return text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '')
}
