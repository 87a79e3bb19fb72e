import type { Account } from './account.js'

/** Length counts, not rules about signs: the advice of the National Cyber Security Centre. In characters. */
export const FEWEST_CHARACTERS = 12
export const MOST_CHARACTERS = 200

/** Why a password was refused. */
export type PasswordRefusal = {
  readonly code: 'password-too-short' | 'password-too-long' | 'password-too-common' | 'password-is-own-details'
}

/** What is wrong with a password for this account, if anything. */
export function problemWithPassword(
  typed: string,
  account: Pick<Account, 'email' | 'name'>,
): PasswordRefusal | undefined {
  const password = passwordText(typed)
  const length = [...password].length
  if (length < FEWEST_CHARACTERS) return { code: 'password-too-short' }
  if (length > MOST_CHARACTERS) return { code: 'password-too-long' }
  if (isCommon(password)) return { code: 'password-too-common' }
  if (isOwnDetails(password, account)) return { code: 'password-is-own-details' }
  return undefined
}

/** The same password however a keyboard composes its letters, without spaces at the ends. */
export function passwordText(typed: string): string {
  return typed.normalize('NFKC').trim()
}

/** Words that people make long passwords from, of which nothing else may be left once they are taken out. */
const COMMON_WORDS = [
  'correcthorsebatterystaple',
  'administrator',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'password',
  'passwort',
  'iloveyou',
  'changeme',
  'welcome',
  'letmein',
  'frankpledge',
  'constabulary',
  'commissioner',
  'policeandcrime',
  'police',
  'crime',
  'plan',
  'secret',
  'football',
  'liverpool',
  'arsenal',
  'chelsea',
  'monkey',
  'dragon',
  'sunshine',
  'princess',
  'superman',
  'summer',
  'winter',
  'spring',
  'autumn',
  'january',
  'february',
  'september',
  'october',
  'november',
  'december',
  'qwerty',
  'admin',
  'login',
  'hello',
  'test',
  'user',
]
const RUNS = ['01234567890123456789', 'abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz', '1q2w3e4r5t6y7u8i9o0p']
const LOOKALIKES: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'l',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '@': 'a',
  $: 's',
}

/** Whether a password is one that everyone tries: a common word with trimmings, a run of keys, or few characters. */
function isCommon(password: string): boolean {
  const lower = password.toLowerCase()
  if (new Set(lower).size < 5) return true
  const keys = lower.replaceAll(/[^a-z0-9]/g, '')
  if (keys.length >= 8 && RUNS.some((run) => run.includes(keys) || reversed(run).includes(keys))) return true
  const asWords = lower.replaceAll(/[013455@$]/g, (sign) => LOOKALIKES[sign] ?? sign)
  return [lower, asWords].some((text) => leftAfter(COMMON_WORDS, text.replaceAll(/[^a-z]/g, '')).length < 4)
}

function leftAfter(words: readonly string[], text: string): string {
  return words.reduce((left, word) => left.replaceAll(word, ''), text)
}

function reversed(text: string): string {
  return [...text].reverse().join('')
}

/** Whether hardly anything is left of a password without the account's own name and address. */
function isOwnDetails(password: string, { email, name }: Pick<Account, 'email' | 'name'>): boolean {
  const text = squeezed(password)
  const [local = '', domain = ''] = email.split('@')
  const own = [email, local, domain.split('.')[0] ?? '', name, ...local.split(/[._-]/), ...name.split(/\s+/)]
  const words = own.map(squeezed).filter((word) => word.length >= 3)
  const left = leftAfter(
    words.toSorted((a, b) => b.length - a.length),
    text,
  )
  return left !== text && left.length < 8
}

function squeezed(text: string): string {
  return text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '')
}
