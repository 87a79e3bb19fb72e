import { formatDate } from '#kernel/words.js'
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
        {due.length > 0 ? <Due accounts={due} canManage={canManage} /> : null}
        {accounts.length === 0 ? (
          <EmptyState title="Nobody has an account yet" />
        ) : (
          <Table
            caption="Accounts"
            captionHidden
            columns={[
              { label: 'Name' },
              { label: 'E-mail address' },
              { label: 'Roles today' },
              { label: 'Organisation' },
            ]}
            rows={accounts.map((account) => [
              <Name key={account.id} account={account} canManage={canManage} />,
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

function Due({ accounts, canManage }: { accounts: readonly Account[]; canManage: boolean }) {
  return (
    <Notice title={`The roles of ${countOf(accounts.length, 'person', 'people')} are to be looked at again`}>
      <ul class="govuk-list">
        {accounts.map(({ id, name, reviewOn }) => (
          <li key={id}>
            {canManage ? <a href={`/staff/people/${id}/roles`}>{name}</a> : name}
            {reviewOn ? `, due since ${formatDate(reviewOn)}` : ', for the first time'}
          </li>
        ))}
      </ul>
    </Notice>
  )
}

function Name({ account, canManage }: { account: Account; canManage: boolean }) {
  return (
    <>
      {canManage ? <a href={`/staff/people/${account.id}`}>{account.name}</a> : account.name}{' '}
      {account.isActive ? null : <StateTag state="neutral" text="Cannot sign in" />}
    </>
  )
}
