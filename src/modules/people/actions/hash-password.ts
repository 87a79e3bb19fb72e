import { isHashedFrom, slowHash } from '#platform/auth/slow-hash.js'
import { passwordText } from '../domain/password.js'

/** The password as it is kept: argon2id with its own salt. */
export const hashPassword = (password: string): Promise<string> => slowHash(passwordText(password))

/** Whether this is the password that was hashed. Takes the same time whatever is wrong. */
export const isRightPassword = (password: string, hash: string): Promise<boolean> =>
  isHashedFrom(passwordText(password), hash)
