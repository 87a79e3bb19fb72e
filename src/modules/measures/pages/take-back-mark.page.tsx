import { found, NotFound } from '#platform/errors.js'
import { textField } from '#platform/web/fields.js'
import { fieldError, page, redirectTo } from '#platform/web/page.js'
import { Button, ButtonGroup, Form, Heading, Lede, Textarea } from '#ui/components.js'
import { formatDate } from '#ui/format.js'
import { withdrawMark } from '../actions/withdraw-mark.js'
import { type MarkKind, marksOf } from '../data/marks.queries.js'
import { measureById } from '../data/measures.queries.js'
import { NO_MARKS } from '../domain/series-marks.js'
import { MeasureCrumbs } from './measure-crumbs.view.js'
import { saidProblem } from './said-words.js'

const KINDS: Readonly<Record<string, { kind: MarkKind; name: string; back: string }>> = {
  break: { kind: 'break', name: 'break', back: 'breaks' },
  phase: { kind: 'phase', name: 'new average and limits', back: 'rebase' },
  target: { kind: 'target', name: 'target', back: 'target' },
}

function kindFrom(text: string) {
  const kind = Object.hasOwn(KINDS, text) ? KINDS[text] : undefined
  if (!kind) throw new NotFound('There is no such thing to take back')
  return kind
}

export const takeBackMarkPage = page('/staff/measures/:measureId/:kind/:markId/take-back', {
  permission: 'measures:edit',
  load: async ({ deps, params: { measureId, kind, markId } }) => {
    const about = kindFrom(kind)
    const { breaks, phases, targets } = (await marksOf(deps.db, [measureId])).get(measureId) ?? NO_MARKS
    const marks = { break: breaks, phase: phases, target: targets }[about.kind]
    return {
      measure: found(await measureById(deps.db, measureId)),
      mark: found(marks.find(({ id }) => id === markId)),
      about,
    }
  },
  form: { reason: textField({ missing: 'Enter why it is taken back', max: 1000, name: 'Reason' }) },
  submit: async ({ deps, actor, params: { measureId, kind, markId }, input: { reason } }) => {
    const about = kindFrom(kind)
    const result = await withdrawMark(deps, actor, { measureId, kind: about.kind, markId, reason })
    if (!result.ok) return fieldError(...saidProblem(result.error))
    return redirectTo(`/staff/measures/${measureId}/${about.back}`, 'Taken back')
  },
  title: ({ measure, about }) => `Take back a ${about.name}: ${measure.title}`,
  view: ({ measure, mark, about }, form) => (
    <Form of={form}>
      <MeasureCrumbs measure={measure} />
      <Heading>Take back this {about.name}?</Heading>
      <Lede>
        From {formatDate(mark.startsOn)}: {mark.reason}
      </Lede>
      <p>Whoever reads the measure as known on a day on which it stood still sees it.</p>
      <Textarea field={form.reason} label="Why?" rows={3} />
      <ButtonGroup>
        <Button kind="warning" preventDoubleClick>
          Take back
        </Button>
        <a href={`/staff/measures/${measure.id}/${about.back}`}>Leave it</a>
      </ButtonGroup>
    </Form>
  ),
})
