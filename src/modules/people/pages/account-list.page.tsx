import { organisationNames } from '#modules/body/index.js'
import { may } from '#platform/actor.js'
import { page } from '#platform/web/page.js'
import { EmptyState, Heading, Lede, LinkButton, StateTag, Table } from '#ui/components.js'
import { sentenceCount } from '#ui/format.js'
import { allAccounts } from '../data/account.queries.js'
import { type Account, ROLE_WORDS } from '../domain/account.js'

export const accountListPage = page('/staff/people', {
  permission: 'people:read',
  load: async ({ deps: { db }, actor }) => ({
    accounts: await allAccounts(db),
    organisations: await organisationNames(db),
    canManage: may(actor, 'people:manage'),
  }),
  title: () => 'People',
  view: ({ accounts, organisations, canManage }) => {
    const active = accounts.filter(({ isActive }) => isActive).length
    return (
      <>
        <Heading>People</Heading>
        <Lede>{sentenceCount(active, 'person', 'people')} can sign in.</Lede>
        {canManage ? <LinkButton href="/staff/people/new">Add a person</LinkButton> : null}
        {accounts.length === 0 ? (
          <EmptyState title="Nobody has an account yet" />
        ) : (
          <Table
            caption="Accounts"
            captionHidden
            columns={[{ label: 'Name' }, { label: 'E-mail address' }, { label: 'Role' }, { label: 'Organisation' }]}
            rows={accounts.map((account) => [
              <Name key={account.id} account={account} canManage={canManage} />,
              account.email,
              ROLE_WORDS[account.role].name,
              organisations.get(account.organisationId ?? '')?.name ?? '–',
            ])}
          />
        )}
      </>
    )
  },
})

function Name({ account, canManage }: { account: Account; canManage: boolean }) {
  return (
    <>
      {canManage ? <a href={`/staff/people/${account.id}`}>{account.name}</a> : account.name}{' '}
      {account.isActive ? null : <StateTag state="neutral" text="Cannot sign in" />}
    </>
  )
}
