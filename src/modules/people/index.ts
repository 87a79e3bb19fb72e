/** What other modules may use. Everything else in this folder is private. */
export { type CreateAccountRefusal, type CreateAccountRequest, createAccount } from './actions/create-account.js'
export { reviewAccount } from './actions/edit-account.js'
export { accountByEmail, accountById, accountNames, accountsToReview, allAccounts } from './data/account.queries.js'
export { accountsWithoutFactor } from './data/factor-missing.queries.js'
export { type Account, worksInOffice } from './domain/account.js'
