import { organisationNames } from '#modules/body/index.js'
import { may } from '#platform/actor.js'
import { page } from '#platform/web/page.js'
import { EmptyState, Heading, Lede, LinkButton, Notice, StateTag, Table } from '#ui/components.js'
import { countOf, sentenceCount } from '#ui/format.js'
import { allAccounts } from '../data/account.queries.js'
import { type Account, isReviewDue, rolesOn } from '../domain/account.js'
import { rolesInWords } from '../domain/role-words.js'

export const accountListPage = page('/staff/people', {
  permission: 'people:read',
  load: async ({ deps: { db, today }, actor }) => ({
    today: today(),
    accounts: await allAccounts(db),
    organisations: await organisationNames(db),
    canManage: may(actor, 'people:manage'),
  }),
  title: () => 'People',
  view: ({ accounts, organisations, canManage, today }) => {
    const due = accounts.filter((account) => isReviewDue(account, today))
    const active = accounts.filter(({ isActive }) => isActive).length
    return (
      <>
        <Heading>People</Heading>
        <Lede>{sentenceCount(active, 'person', 'people')} can sign in.</Lede>
        {canManage ? <LinkButton href="/staff/people/new">Invite a person</LinkButton> : null}
        {due.length > 0 ? (
          <Notice title={`The roles of ${countOf(due.length, 'person', 'people')} are to be looked at again`}>
            <p>They are marked below. Open a person to say that their roles are still right, or to change them.</p>
          </Notice>
        ) : null}
        {accounts.length === 0 ? (
          <EmptyState title="Nobody has an account yet" />
        ) : (
          <Table
            caption="Accounts"
            captionHidden
            stacks
            columns={[
              { label: 'Name' },
              { label: 'E-mail address' },
              { label: 'Roles today' },
              { label: 'Organisation' },
            ]}
            rows={accounts.map((account) => [
              <Name key={account.id} account={account} canManage={canManage} isDue={due.includes(account)} />,
              account.email,
              rolesInWords(rolesOn(account, today)) || '–',
              organisations.get(account.organisationId ?? '')?.name ?? '–',
            ])}
          />
        )}
      </>
    )
  },
})

function Name({ account, canManage, isDue }: { account: Account; canManage: boolean; isDue: boolean }) {
  return (
    <>
      {canManage ? <a href={`/staff/people/${account.id}`}>{account.name}</a> : account.name}{' '}
      {account.isActive ? null : <StateTag state="neutral" text="Cannot sign in" />}{' '}
      {isDue ? <StateTag state="neutral" text="Roles to look at" /> : null}
    </>
  )
}
