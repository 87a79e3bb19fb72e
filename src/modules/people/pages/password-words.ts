import { FEWEST_CHARACTERS, MOST_CHARACTERS, type PasswordRefusal } from '../domain/password.js'

export const PASSWORD_HINT = `At least ${FEWEST_CHARACTERS} characters. Three or four words that do not belong together are good and easy to keep in mind.`

/** Why a password will not do, in words. */
export function explainPassword({ code }: PasswordRefusal): string {
  switch (code) {
    case 'password-too-short':
      return `Password must be ${FEWEST_CHARACTERS} characters or more`
    case 'password-too-long':
      return `Password must be ${MOST_CHARACTERS} characters or fewer`
    case 'password-too-common':
      return 'Password must be harder to guess: this one is made of words or keys that are tried first'
    case 'password-is-own-details':
      return 'Password must be more than the name or e-mail address of the account'
  }
}
