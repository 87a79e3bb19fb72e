/** What other modules may use. Everything else in this folder is private. */
export { type CreateAccountRefusal, type CreateAccountRequest, createAccount } from './actions/create-account.js'
export { accountByEmail, accountNames, allAccounts } from './data/account.queries.js'
export { ACCOUNT_ROLES, type Account, type AccountRole } from './domain/account.js'
