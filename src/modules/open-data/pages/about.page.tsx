import { areasOf, currentBody, forceOf } from '#modules/body/index.js'
import { page } from '#platform/web/page.js'
import { EmptyState, Eyebrow, Heading, Lede, Prose } from '#ui/components.js'

export const aboutPage = page('/about', {
  permission: 'site:read',
  load: async ({ deps }) => {
    const on = deps.today()
    const body = await currentBody(deps.db, on)
    if (!body) return undefined
    return { body, force: await forceOf(deps.db, body.id, on), areas: await areasOf(deps.db, body.id, on) }
  },
  title: () => 'About this site',
  view: (data) => {
    if (!data) return <NoBody />
    const { body, force, areas } = data
    const districts = areas.filter(({ kind }) => kind === 'district')
    const forceName = force?.name ?? 'the police force'
    return (
      <>
        <Eyebrow>{body.name}</Eyebrow>
        <Heading>About this site</Heading>
        <Lede>
          The police and crime plan, what is being done about it and the figures behind it, from the same records the
          office works with.
        </Lede>
        <Prose>
          <h2>Whose plan it is</h2>
          <p>
            The {body.officeHolderTitle} sets the police and crime plan for the area that {forceName} serves and holds
            the {body.chiefOfficerTitle} to account for it. The {body.scrutinyPanelName} examines what the{' '}
            {body.officeHolderTitle} does. The day-to-day work is done by the {body.officeName}.
          </p>
          {districts.length > 0 ? <p>The plan covers {listInWords(districts.map(({ name }) => name))}.</p> : null}
          <h2>What you can see here</h2>
          <p>
            Only what the office has published. A published version of the plan is never altered: a later version stands
            beside it, and <a href="/plans">any two can be compared</a> word by word.
          </p>
          <p>
            The state of each promise is worked out from the milestones of its actions and the dates of their updates.
            Where the office has set a state by its own judgement, the reason stands beside it. What has no owner, or
            was not updated in time, is <a href="/delivery">counted in the open</a>.
          </p>
          <h2>Figures</h2>
          <p>
            Every figure says what it counts, for which period and place, and where it comes from.{' '}
            <a href="/how-to-read-charts">How to read the charts</a> explains what a change does and does not mean.
          </p>
          <h2>Take it with you</h2>
          <p>
            Everything shown is also there <a href="/open-data">as CSV and JSON</a>, free to use under the Open
            Government Licence v3.0 unless a file names another. A <a href="/feed.atom">feed</a> tells of each
            publication.
          </p>
          {body.demonstrationOn && body.notice ? (
            <>
              <h2>An example</h2>
              <p>{body.notice}</p>
            </>
          ) : null}
        </Prose>
      </>
    )
  },
})

function NoBody() {
  return (
    <>
      <Heading>About this site</Heading>
      <EmptyState title="No office uses this site yet">
        <p>It will say here whose plan it is, as soon as there is one to speak of.</p>
      </EmptyState>
    </>
  )
}

function listInWords(names: readonly string[]): string {
  return new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(names)
}
