import { Button, Eyebrow, Filter, Heading, Lede, Notice, TextInput } from '#ui/components.js'
import type { CheckAnswer } from '../actions/check-figure.js'
import { FigureStanding, PublicationStanding } from './standing.view.js'

type Props = { readonly typed: string; readonly answer: CheckAnswer | undefined }

/** The page that checks a code: its answer, and the form for another. */
export function CheckView({ typed, answer }: Props) {
  return (
    <>
      <Eyebrow>Reports</Eyebrow>
      <Heading>Check a printed figure</Heading>
      {answer ? (
        <Answer typed={typed} answer={answer} />
      ) : (
        <Lede>
          Each report has a code at its foot, and each of its figures has a number after it. Type it here to see whether
          the figure still stands.
        </Lede>
      )}
      <Filter action="/check" label="Check a code">
        <TextInput
          field={{ name: 'code', id: 'code', value: answer ? '' : typed, values: [] }}
          label={answer ? 'Check another code' : 'Code, like ACDE-3467 or ACDE-3467.2'}
          width={20}
          spellcheck={false}
        />
        <Button>Check</Button>
      </Filter>
    </>
  )
}

function Answer({ typed, answer }: { typed: string; answer: CheckAnswer }) {
  if (answer.state !== 'found')
    return (
      <Notice title={`We do not know the code ‘${typed}’`}>
        <p>
          {answer.state === 'none'
            ? 'A code has eight letters and digits, and a figure’s number after a point: ACDE-3467.2. It never has 0, 1, 2, 5 or 8, nor the letters that look like them.'
            : 'No report that this office has published has this code. Check it against the foot of the page: one letter wrong is enough.'}
        </p>
      </Notice>
    )
  const { checked } = answer
  if (checked.asked) return <FigureStanding checked={checked} figure={checked.asked} />
  return (
    <>
      {checked.asked === null ? (
        <Notice title="This report has no figure of that number">
          <p>These are its figures.</p>
        </Notice>
      ) : null}
      <PublicationStanding checked={checked} />
    </>
  )
}
