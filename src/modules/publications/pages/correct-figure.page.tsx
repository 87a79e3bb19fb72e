import { currentBody } from '#modules/body/index.js'
import { periodFromSlug } from '#modules/measures/index.js'
import { preElectionOn } from '#modules/pre-election/index.js'
import { found } from '#platform/errors.js'
import { manyField, textField } from '#platform/web/fields.js'
import { fieldError, page, redirectTo } from '#platform/web/page.js'
import { Button, Checkboxes, Crumbs, Form, Heading, Notice, Textarea, TextInput } from '#ui/components.js'
import { countOf, formatDate } from '#ui/format.js'
import { type AffectedReport, affectedReports } from '../actions/affected-reports.js'
import { type CorrectionOutcome, correctFigure } from '../actions/correct-figure.js'
import { outcomeWords, whyNot } from '../actions/outcome-words.js'
import type { FigureAsked } from '../domain/correction.js'
import { Affected } from './affected.view.js'

export const correctFigurePage = page('/staff/publications/correct/:measure/:period', {
  permission: 'publications:correct',
  load: async ({ deps, params }) => {
    const { code } = found(periodFromSlug(params.period))
    const asked = { measure: params.measure, period: code }
    const affected = await affectedReports(deps, asked)
    found(affected[0])
    return {
      ...{ asked, affected },
      election: await preElectionOn(deps.db, deps.today()),
      office: (await currentBody(deps.db, deps.today()))?.officeName ?? '',
    }
  },
  form: {
    reason: textField({ missing: 'Enter what was wrong', max: 500, name: 'What was wrong' }),
    decidedBy: textField({ missing: 'Enter who decided it', max: 200, name: 'Who decided' }),
    changed: manyField(['yes']),
    despiteElection: textField({ max: 500, name: 'Reason' }),
  },
  values: ({ office }) => ({ decidedBy: office }),
  submit: async ({ deps, actor, data: { asked }, input }) => {
    const { changed, ...rest } = input
    const outcomes = await correctFigure(deps, actor, { asked, ...rest, withChangedWords: changed.includes('yes') })
    const barred = outcomes.find(({ state }) => state !== 'reissued' && state !== 'right')
    if (barred) return fieldError(fieldOf(barred), outcomeWords(barred))
    const sent = outcomes.filter(({ state }) => state === 'reissued').length
    const [first] = outcomes
    if (sent === 0) return fieldError('reason', first ? whyNot(first) : 'No published report used this figure')
    return redirectTo('/staff/publications', `${countOf(sent, 'report')} reissued`)
  },
  title: () => 'Correct a published figure',
  view: ({ asked, affected, election }, form) => {
    const wrong = affected.filter(({ isWrong }) => isWrong)
    return (
      <>
        <Crumbs
          items={[
            { label: 'Since it was published', href: '/staff/publications' },
            { label: 'Find a figure', href: '/staff/publications/correct' },
          ]}
        />
        <Form of={form}>
          <Heading>Correct: {nameOf(affected, asked)}</Heading>
          <Affected affected={affected} />
          {wrong.length > 0 ? (
            <>
              <Textarea
                field={form.reason}
                label="What was wrong?"
                hint="One or two sentences. They stand at the head of each report that is sent again."
                rows={3}
              />
              <TextInput
                field={form.decidedBy}
                label="Who decided to correct it?"
                hint="The office held, not a person’s name"
                width={30}
              />
              {affected.some(({ hasChangedWords }) => hasChangedWords) ? (
                <Checkboxes
                  field={form.changed}
                  legend="Words that were changed since"
                  items={[
                    { value: 'yes', text: 'Send the changed words with the correction', hint: 'All become public' },
                  ]}
                />
              ) : null}
              {election ? (
                <>
                  <Notice kind="worry" title={`Publication is barred until ${formatDate(election.until)}`}>
                    <p>Before {election.election}. A correction needs a reason then, which stays on the audit trail.</p>
                  </Notice>
                  <Textarea field={form.despiteElection} label="Why it must be published now" rows={3} />
                </>
              ) : null}
              <Button preventDoubleClick>Reissue {countOf(wrong.length, 'report')}</Button>
            </>
          ) : null}
        </Form>
      </>
    )
  },
})

/** The figure as its reports call it. */
function nameOf(affected: readonly AffectedReport[], { measure, period }: FigureAsked): string {
  const facts = affected.flatMap(({ figures }) => figures).find((each) => each.period.code === period)
  return facts ? `${facts.measure.title}, ${facts.period.label}` : `${measure}, ${period}`
}

function fieldOf({ state, refusal }: CorrectionOutcome): 'changed' | 'despiteElection' | 'reason' {
  if (state === 'changed-words') return 'changed'
  return refusal?.code === 'before-election' ? 'despiteElection' : 'reason'
}
