import { FEWEST_CHARACTERS, MOST_CHARACTERS, type PasswordRefusal } from './password.js'

/** What stands under the box for a new password. */
export const PASSWORD_HINT = `At least ${FEWEST_CHARACTERS} characters. Three or four words that do not belong together are good and easy to keep in mind.`

/** Why a password will not do, in words. */
export const WHY_NO_PASSWORD: Readonly<Record<PasswordRefusal['code'], string>> = {
  'password-too-short': `Password must be ${FEWEST_CHARACTERS} characters or more`,
  'password-too-long': `Password must be ${MOST_CHARACTERS} characters or fewer`,
  'password-too-common': 'Password must be harder to guess: this one is made of words or keys that are tried first',
  'password-is-own-details': 'Password must be more than the name or e-mail address of the account',
  'password-has-leaked': 'Password must be another one: this one is on a list of passwords that have leaked',
}
