import { page } from '#platform/web/page.js'
import { Heading, Lede, Notice, Small, StateLine, Table } from '#ui/components.js'
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
        <Notice kind={condition === 'well' ? 'plain' : 'worry'} title={text}>
          <p>
            Proof of the whole installation, file by file: <code>frankpledge verify</code>.
          </p>
        </Notice>
        <Table
          caption="What is looked after"
          captionHidden
          columns={[{ label: 'What' }, { label: 'How it is', width: 'half' }, { label: 'State' }]}
          rows={affairs.map((affair) => [
            affair.name,
            <Words key="words" affair={affair} />,
            <StateLine key="state" state={STATES[affair.condition]}>
              {WORDS[affair.condition]}
            </StateLine>,
          ])}
        />
        <p>
          <a href="/staff/operations/retention">How long records are kept</a>
        </p>
      </>
    )
  },
})

function Words({ affair: { text, todo } }: { affair: Affair }) {
  return (
    <>
      {text}
      {todo ? <Small>{todo}</Small> : null}
    </>
  )
}
