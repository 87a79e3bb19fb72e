import { page } from '#platform/web/page.js'
import { Heading, Lede, Notice, Small, StateLine, SummaryList } from '#ui/components.js'
import { readAffairs } from '../actions/read-affairs.js'
import { type Affair, type Condition, whatNeedsDoing } from '../domain/state-of-affairs.js'

const STATES = { well: 'on-course', soon: 'not-updated', now: 'behind' } as const
const WORDS: Readonly<Record<Condition, string>> = { well: 'Well', soon: 'See to it soon', now: 'See to it now' }

export const affairsPage = page('/staff/operations', {
  permission: 'operations:read',
  load: ({ deps }) => readAffairs(deps),
  title: () => 'How the system is',
  view: (affairs) => {
    const { condition, text } = whatNeedsDoing(affairs)
    return (
      <>
        <Heading>How the system is</Heading>
        <Lede>What is well and what needs doing, as it stands now.</Lede>
        {condition === 'well' ? (
          <Notice title={text}>
            <p>This page is worth a look once a week.</p>
          </Notice>
        ) : (
          <Notice kind="worry" title={text}>
            <p>{affairs.flatMap((affair) => (affair.condition === condition ? [affair.name] : [])).join(', ')}</p>
          </Notice>
        )}
        <SummaryList
          rows={affairs.map((affair) => ({ key: affair.name, value: <Words key="words" affair={affair} /> }))}
        />
        <p>
          To prove the whole installation, file by file: <code>frankpledge verify</code>
        </p>
        <p>
          <a href="/staff/operations/retention">How long records are kept</a>
        </p>
      </>
    )
  },
})

function Words({ affair: { condition, text, todo } }: { affair: Affair }) {
  return (
    <>
      <StateLine state={STATES[condition]}>{WORDS[condition]}</StateLine>
      {text}
      {todo ? <Small>{todo}</Small> : null}
    </>
  )
}
