import { isEasilyGuessed } from '#platform/auth/guessable.js'
import type { Deps } from '#platform/deps.js'
import type { Account } from '../domain/account.js'
import {
  ownWords,
  type PasswordRefusal,
  passwordText,
  problemWithPassword,
  WORDS_OF_THE_FIELD,
} from '../domain/password.js'

/** What is wrong with a new password for an account, if anything: its length, how soon it is guessed, whether it leaked. */
export async function checkPassword(
  { trust }: Pick<Deps, 'trust'>,
  typed: string,
  account: Pick<Account, 'email' | 'name'>,
): Promise<PasswordRefusal | undefined> {
  const problem = problemWithPassword(typed, account)
  if (problem) return problem
  const password = passwordText(typed)
  const known = [...WORDS_OF_THE_FIELD, ...ownWords(account)]
  if (await isEasilyGuessed(password, known)) return { code: 'password-too-common' }
  // The list holds what leaked as it was typed.
  const hasLeaked = (await trust.isBreached(typed)) || (await trust.isBreached(password))
  return hasLeaked ? { code: 'password-has-leaked' } : undefined
}
