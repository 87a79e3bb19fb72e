import { isoDate } from '#kernel/dates.js'
import { countOf } from '#kernel/words.js'
import { addOrganisation, foundOffice } from '#modules/body/index.js'
import { accountById, createAccount, reviewAccount } from '#modules/people/index.js'
import { found } from '#platform/errors.js'
import { EXAMPLE_ACCOUNTS, EXAMPLE_PASSWORD } from '../domain/accounts.js'
import type { OfficeContent } from './content.js'
import { asAccount, done, idOf, type Making, type Moment } from './making.js'

/** The last yearly review of roles before the day on which the office is shown. */
const REVIEWED_ON = isoDate('2025-02-05')

/** The founding of the office, and the days on which others came to work with it. */
export function officeMoments(making: Making): Moment[] {
  const { office } = making.content
  const { from } = office.founding
  const joined = Map.groupBy(office.organisations, ({ from: on }) => on)
  const { areas } = office
  const others = [...joined].filter(([on]) => on !== from)
  const atFirst = joined.get(from) ?? []
  const partners = countOf(atFirst.length, 'body', 'bodies')
  return [
    {
      on: from,
      says: `The office, with its force, ${countOf(areas.length, 'area')} and ${partners} that it works with`,
      run: () => foundThe(making, { ...office, organisations: atFirst }),
    },
    { on: from, says: countOf(EXAMPLE_ACCOUNTS.length, 'account'), run: () => openAccounts(making) },
    {
      on: REVIEWED_ON,
      says: `The roles of ${countOf(EXAMPLE_ACCOUNTS.length, 'account')} looked at for the year`,
      run: () => reviewAccounts(making),
    },
    ...others.map(([on, organisations]) => ({
      on,
      says: `${organisations.map(({ name }) => name).join(' and ')} joins`,
      run: () => join(making, organisations),
    })),
  ]
}

async function foundThe({ deps, maker, bodyIds, organisationIds }: Making, office: OfficeContent): Promise<void> {
  const founded = done(await foundOffice(deps, maker, office), 'The office')
  bodyIds.set('body', founded.id)
  for (const [key, id] of founded.organisationIds) organisationIds.set(key, id)
}

async function join(making: Making, organisations: OfficeContent['organisations']): Promise<void> {
  const { deps, maker, bodyIds, organisationIds } = making
  const bodyId = idOf(bodyIds, 'body', 'An organisation')
  for (const { key, ...organisation } of organisations) {
    const { id } = done(await addOrganisation(deps, maker, { ...organisation, bodyId }), organisation.name)
    organisationIds.set(key, id)
  }
}

/** The only accounts anywhere with a password that is known beforehand. */
async function openAccounts({ deps, maker, organisationIds, accountIds }: Making): Promise<void> {
  for (const { key, email, name, roles, organisation } of EXAMPLE_ACCOUNTS) {
    const organisationId = organisation && idOf(organisationIds, organisation, `The account ${email}`)
    const request = { email, name, roles, organisationId, password: EXAMPLE_PASSWORD }
    accountIds.set(key, done(await createAccount(deps, maker, request), `The account ${email}`).id)
  }
}

/** Somebody looks whether each account's roles are still right. */
async function reviewAccounts(making: Making): Promise<void> {
  const { deps, accountIds } = making
  for (const [key, id] of accountIds) {
    const { version } = found(await accountById(deps.db, id))
    done(await reviewAccount(deps, asAccount(making, 'administrator'), { id, version }), `The review of ${key}`)
  }
}
