/** What other modules may use. Everything else in this folder is private. */
export { type CreateAccountRefusal, type CreateAccountRequest, createAccount } from './actions/create-account.js'
export { accountByEmail, accountNames, allAccounts } from './data/account.queries.js'
export { accountsWithoutFactor } from './data/factor-missing.queries.js'
export { type Account, worksInOffice } from './domain/account.js'
