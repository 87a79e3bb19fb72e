import type { ControlResult } from '#modules/statistics/index.js'
import { AssuranceIcon, assuranceWords, VariationIcon, variationWords } from '#ui/charts.js'
import { Small } from '#ui/components.js'
import { whyNoControl } from '../domain/control.js'
import { unitHeading } from '../domain/figure.js'
import { periodLabel } from '../domain/period-words.js'
import type { MeasurePicture } from '../domain/picture.js'
import { writerOf } from './chart-model.js'
import { marksInWords, markText } from './marks.js'
import { runWords } from './words.js'
import { yearChange } from './year-change.js'

/** The newest figure, big, and beside it what the chart makes of it, each icon with its words. */
export function Signals({ picture }: { picture: MeasurePicture }) {
  const { latest, measure } = picture
  if (!latest || latest.value === null) return null
  const marks = markText(latest)
  const isPlain = measure.unit === 'pounds' || measure.unitLabel === ''
  return (
    <div class="signals">
      <div class="signals__item">
        <p class="signals__label">{capital(periodLabel(latest.period))}</p>
        <p class="signals__figure">
          {writerOf(picture)(latest.value)}
          {marks ? <span class="signals__marks"> {marks}</span> : null}
          {isPlain ? null : <span class="signals__unit"> {measure.unitLabel}</span>}
        </p>
        {marks ? <Small>{marksInWords([latest])}</Small> : null}
      </div>
      <Variation picture={picture} />
      <Target picture={picture} />
      <OnLastYear picture={picture} />
    </div>
  )
}

function Variation({ picture: { measure, control } }: { picture: MeasurePicture }) {
  if (!control) return null
  const { variation, polarity, isEnough, chart } = control
  return (
    <div class="signals__item">
      <p class="signals__label">Variation</p>
      <p class="signals__words">
        {chart === 'run' ? null : <VariationIcon {...{ variation, polarity, isEnough }} size={36} />}
        <span>{chart === 'run' ? runWords(control) : variationWords(variation, polarity, isEnough)}</span>
      </p>
      <Small>{isEnough ? variationMeaning(control) : whyNoControl(measure, control)}</Small>
    </div>
  )
}

function variationMeaning({ variation, chart }: ControlResult): string {
  if (chart === 'run') return 'A run chart has no limits, so it has no icon.'
  return variation === 'common' ? 'No sign of a real change in the newest month.' : 'More than ordinary ups and downs.'
}

function Target({ picture }: { picture: MeasurePicture }) {
  const { control, target, measure } = picture
  if (!target)
    return (
      <div class="signals__item">
        <p class="signals__label">Target</p>
        <p class="signals__words">None</p>
        <Small>It is only watched: nothing is coloured good or bad.</Small>
      </div>
    )
  const write = writerOf(picture)
  const isEnough = control?.isEnough === true
  return (
    <div class="signals__item">
      <p class="signals__label">
        Target {write(target.value)}{' '}
        {measure.unit === 'pounds' ? '' : unitHeading(measure).replace(/^% /, '').toLowerCase()}
      </p>
      <p class="signals__words">
        {control && control.assurance !== 'none' ? (
          <>
            <AssuranceIcon assurance={control.assurance} isEnough={isEnough} size={36} />
            <span>{assuranceWords(control.assurance, isEnough)}</span>
          </>
        ) : (
          <span>{isMet(picture) ? 'Met by the newest figure' : 'Not met by the newest figure'}</span>
        )}
      </p>
      <Small>{target.source}</Small>
    </div>
  )
}

function isMet({ latest, target, measure }: MeasurePicture): boolean {
  const value = latest?.value ?? null
  if (value === null || !target) return false
  return measure.polarity === 'down-is-good' ? value <= target.value : value >= target.value
}

function OnLastYear({ picture }: { picture: MeasurePicture }) {
  const { text, note } = yearChange(picture)
  if (text === '–') return null
  return (
    <div class="signals__item">
      <p class="signals__label">On the same period last year</p>
      <p class="signals__words">{text}</p>
      {note ? <Small>{note}</Small> : null}
    </div>
  )
}

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`
}
