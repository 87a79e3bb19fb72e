import type { Module } from '#platform/module.js'
import { failedAttempts, linksOver, sessionsOver } from './actions/records-kept.js'
import { checkAuditTrail, exportAuditTrail, listAuditTrail, verifyAuditTrail } from './cli/audit.cli.js'
import { createPerson, setPersonPassword } from './cli/create.cli.js'
import { greeting } from './cli/greeting.js'
import { listPeople, resetPersonFactor, sealSecrets, signOutPerson } from './cli/people.cli.js'
import { endPersonRole, givePersonRole, invitePerson } from './cli/roles.cli.js'
import { accountPage } from './pages/account.page.js'
import { accountLinksPage } from './pages/account-links.page.js'
import { accountListPage } from './pages/account-list.page.js'
import { accountRolesPage } from './pages/account-roles.page.js'
import { accountSignInPage } from './pages/account-sign-in.page.js'
import { accountStandInPage } from './pages/account-stand-in.page.js'
import { auditPage } from './pages/audit.page.js'
import { auditProofPage } from './pages/audit-proof.page.js'
import { auditTrailFile } from './pages/audit-trail-file.js'
import { changePasswordPage } from './pages/change-password.page.js'
import { createAccountPage } from './pages/create-account.page.js'
import { editAccountPage } from './pages/edit-account.page.js'
import { invitationElsewhereRoute, invitationPage } from './pages/invitation.page.js'
import { ownStandInPage } from './pages/own-stand-in.page.js'
import { passPage } from './pages/pass.page.js'
import { passkeysPage } from './pages/passkeys.page.js'
import { recoveryCodesPage } from './pages/recovery-codes.page.js'
import { secondFactorPage } from './pages/second-factor.page.js'
import { setUpPage } from './pages/set-up.page.js'
import { signInPage } from './pages/sign-in.page.js'
import { signInCodePage } from './pages/sign-in-code.page.js'
import { comeBackRoute, farewellRoute, goElsewhereRoute, linkElsewhereRoute } from './pages/sign-in-elsewhere.js'
import { signOutPage } from './pages/sign-out.page.js'
import { peoplePermissions } from './permissions.js'

export { actorByEmail, identifyWith } from './actions/identify.js'
export { accountByEmail } from './data/account.queries.js'

export const peopleModule: Module = {
  name: 'people',
  routes: [
    signInPage,
    signInCodePage,
    goElsewhereRoute,
    comeBackRoute,
    farewellRoute,
    setUpPage,
    invitationPage,
    invitationElsewhereRoute,
    passPage,
    signOutPage,
    accountPage,
    linkElsewhereRoute,
    changePasswordPage,
    secondFactorPage,
    passkeysPage,
    recoveryCodesPage,
    ownStandInPage,
    accountListPage,
    createAccountPage,
    editAccountPage,
    accountRolesPage,
    accountLinksPage,
    accountStandInPage,
    accountSignInPage,
    auditPage,
    auditProofPage,
    auditTrailFile,
  ],
  commands: [
    listPeople,
    createPerson,
    setPersonPassword,
    invitePerson,
    givePersonRole,
    endPersonRole,
    resetPersonFactor,
    sealSecrets,
    signOutPerson,
    verifyAuditTrail,
    listAuditTrail,
    exportAuditTrail,
    checkAuditTrail,
  ],
  permissions: peoplePermissions,
  retention: [sessionsOver, failedAttempts, linksOver],
  greeting,
}
