import { found } from '#platform/errors.js'
import { choiceField, manyField, textField, versionField } from '#platform/web/fields.js'
import type { FormView } from '#platform/web/form.js'
import { fieldError, page, redirectTo } from '#platform/web/page.js'
import { Button, ButtonGroup, Checkboxes, Form, Heading, Hidden, Lede, Notice, Textarea } from '#ui/components.js'
import { publishMeasure } from '../actions/publish-measure.js'
import { withdrawMeasure } from '../actions/withdraw-measure.js'
import { measureById } from '../data/measures.queries.js'
import { measurePicture } from '../data/pictures.queries.js'
import { whatIsMissing } from '../domain/measure.js'
import type { MeasurePicture } from '../domain/picture.js'
import { MeasureCrumbs } from './measure-crumbs.view.js'
import { listInWords } from './words.js'

export const publishMeasurePage = page('/staff/measures/:measureId/publish', {
  permission: 'measures:publish',
  load: async ({ deps, params }) => {
    const measure = found(await measureById(deps.db, params.measureId))
    const picture = await measurePicture(deps.db, measure, { today: deps.today() })
    return { picture, missing: whatIsMissing(measure, picture.latest ? 1 : 0) }
  },
  form: {
    intent: choiceField(['publish', 'withdraw'], { missing: 'Say whether to publish or to withdraw it' }),
    inputs: manyField(['yes']),
    reason: textField({ max: 1000, name: 'Reason' }),
    version: versionField(),
  },
  values: ({ picture: { measure } }) => ({
    intent: measure.publishedAt ? 'withdraw' : 'publish',
    version: measure.version,
  }),
  submit: async ({ deps, actor, params: { measureId }, input: { intent, inputs, reason, version } }) => {
    const done = `/staff/measures/${measureId}`
    if (intent === 'publish') {
      const result = await publishMeasure(deps, actor, {
        measureId,
        version,
        inputsStayPrivate: inputs.includes('yes'),
      })
      if (result.ok) return redirectTo(done, 'Published')
      const { error } = result
      if (error.code === 'already-published') return redirectTo(done, 'It was public already')
      if (error.code === 'inputs-not-public') return fieldError('inputs', hiddenWords(error.measures))
      return fieldError('intent', `Before it can be published it needs ${listInWords(error.missing)}`)
    }
    const result = await withdrawMeasure(deps, actor, { measureId, version, reason })
    if (result.ok) return redirectTo(done, 'Withdrawn from the public site')
    if (result.error.code === 'not-published') return redirectTo(done, 'It was not public')
    return fieldError('reason', 'Enter why it is withdrawn')
  },
  title: ({ picture: { measure } }) => `${measure.publishedAt ? 'Withdraw' : 'Publish'}: ${measure.title}`,
  view: (data, form) => (
    <Form of={form}>
      <MeasureCrumbs measure={data.picture.measure} />
      <Hidden name="version" value={form.version.value} />
      <Hidden name="intent" value={data.picture.measure.publishedAt ? 'withdraw' : 'publish'} />
      {data.picture.measure.publishedAt ? <Withdraw {...data} form={form} /> : <Publish {...data} form={form} />}
    </Form>
  ),
})

type PartProps = {
  readonly picture: MeasurePicture
  readonly missing: readonly string[]
  readonly form: FormView<'inputs' | 'intent' | 'reason' | 'version'>
}

function Publish({ picture, missing, form }: PartProps) {
  const { measure, sentence } = picture
  const address = `/staff/measures/${measure.id}`
  if (missing.length > 0) {
    return (
      <>
        <Heading id={form.intent.id}>This measure is not complete</Heading>
        <p>Before the public may read it, it needs:</p>
        <ul>
          {missing.map((each) => (
            <li key={each}>{each}</li>
          ))}
        </ul>
        <p>
          <a href={`${address}/edit`}>Fill in what is missing</a> or{' '}
          <a href="/staff/measures/import">take in figures</a>
        </p>
      </>
    )
  }
  return (
    <>
      <Heading id={form.intent.id}>Publish this measure?</Heading>
      <Lede>The public will read: {sentence}</Lede>
      {picture.measure.formula === null ? null : (
        <Checkboxes
          field={form.inputs}
          legend="It is worked out from other measures"
          items={[{ value: 'yes', text: 'Those that are not public may stay so' }]}
          small
        />
      )}
      <p>Later figures and corrections to it will be public as soon as they are taken in.</p>
      <ButtonGroup>
        <Button preventDoubleClick>Publish measure</Button>
        <a href={address}>Not now</a>
      </ButtonGroup>
    </>
  )
}

function Withdraw({ picture: { measure }, form }: PartProps) {
  return (
    <>
      <Heading id={form.intent.id}>Withdraw this measure?</Heading>
      <Notice kind="worry">
        <p>
          Its page, its figures and its place on theme pages leave the public site at once. The register keeps them.
        </p>
      </Notice>
      <Textarea field={form.reason} label="Why?" hint="It stays in the audit trail." rows={3} />
      <ButtonGroup>
        <Button kind="warning" preventDoubleClick>
          Withdraw measure
        </Button>
        <a href={`/staff/measures/${measure.id}`}>Leave it public</a>
      </ButtonGroup>
    </>
  )
}

function hiddenWords(measures: readonly string[]): string {
  return `It is worked out from ${listInWords(measures)}, which the public does not see. Say that this is meant, or publish those first`
}
