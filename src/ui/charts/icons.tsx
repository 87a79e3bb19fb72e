import type { ComponentChildren } from 'preact'
import { palette } from '../palette.js'

type Size = {
  /** Side in pixels: 24 to 40. */
  readonly size?: number
}

type VariationProps = Size & {
  readonly variation: 'common' | 'improvement' | 'concern' | 'neutral-high' | 'neutral-low'
  /** Which way is wanted; says whether an improvement is high or low. */
  readonly polarity: 'up' | 'down' | 'neither'
  /** With too few points there is no such icon, only one that says so. */
  readonly isEnough?: boolean
}

/** What the newest figure says: the shapes of the chart's own marks, with H for high and L for low. */
export function VariationIcon({ variation, polarity, isEnough = true, size }: VariationProps) {
  if (!isEnough) return <TooFewIcon size={size} />
  const isHigh = variation === 'neutral-high' || (variation === 'improvement') === (polarity === 'up')
  const side = variation === 'neutral-low' || !isHigh ? 'low' : 'high'
  const kind = variation === 'improvement' || variation === 'concern' ? variation : 'neutral'
  if (variation === 'common') {
    return (
      <Icon words={variationWords(variation, polarity)} size={size}>
        <circle cx="20" cy="20" r="16.5" fill={palette.white} stroke={palette.neutral} stroke-width="2.5" />
        <path d="M9 21l5.5-5 5.5 6.5 5.5-7 5.5 6" fill="none" stroke={palette.neutral} {...rounded} />
      </Icon>
    )
  }
  return (
    <Icon words={variationWords(variation, polarity)} size={size}>
      <Shape kind={kind} side={side} />
    </Icon>
  )
}

/** The words of a variation icon, for a table beside it or instead of it. */
export function variationWords(
  variation: VariationProps['variation'],
  polarity: VariationProps['polarity'],
  isEnough = true,
): string {
  if (!isEnough) return 'Too few points'
  if (variation === 'common') return 'Usual variation'
  if (variation === 'neutral-high') return 'Higher than usual'
  if (variation === 'neutral-low') return 'Lower than usual'
  const isHigh = (variation === 'improvement') === (polarity === 'up')
  return `${variation === 'improvement' ? 'Improvement' : 'Concern'}, ${isHigh ? 'high' : 'low'}`
}

type AssuranceProps = Size & {
  readonly assurance: 'pass' | 'fail' | 'hit-and-miss' | 'none'
  readonly isEnough?: boolean
}

/** Whether the target will be met: a ring with a tick, a cross or a question mark. Nothing without a target. */
export function AssuranceIcon({ assurance, isEnough = true, size }: AssuranceProps) {
  if (assurance === 'none') return null
  if (!isEnough) return <TooFewIcon size={size} />
  const [colour, name] = {
    pass: [palette.brand, 'chart__brand-line'],
    fail: [palette.worry, undefined],
    'hit-and-miss': [palette.neutral, undefined],
  }[assurance] as [string, string | undefined]
  return (
    <Icon words={assuranceWords(assurance)} size={size}>
      <circle class={name} cx="20" cy="20" r="17" fill={palette.white} stroke={colour} stroke-width="2.5" />
      <circle class={name} cx="20" cy="20" r="12.5" fill="none" stroke={colour} stroke-width="1" />
      {assurance === 'pass' ? (
        <path class={name} d="M14 20.5l4.5 4.5 8-9.5" fill="none" stroke={colour} {...thick} />
      ) : null}
      {assurance === 'fail' ? <path d="M15 15l10 10m0-10l-10 10" fill="none" stroke={colour} {...thick} /> : null}
      {assurance === 'hit-and-miss' ? <Letter text="?" y={26.5} fill={colour} fontSize={19} /> : null}
    </Icon>
  )
}

/** The words of an assurance icon. */
export function assuranceWords(assurance: AssuranceProps['assurance'], isEnough = true): string {
  if (assurance === 'none') return ''
  if (!isEnough) return 'Too few points'
  return { pass: 'Target met consistently', fail: 'Target missed consistently', 'hit-and-miss': 'Target hit and miss' }[
    assurance
  ]
}

function TooFewIcon({ size }: { readonly size: number | undefined }) {
  return (
    <Icon words="Too few points" size={size}>
      <circle {...{ cx: 20, cy: 20, r: 16.5, fill: palette.white }} {...dashes} />
      {[12.5, 20, 27.5].map((x) => (
        <circle key={x} cx={x} cy="20" r="2.2" fill={palette.neutral} />
      ))}
    </Icon>
  )
}

type ShapeProps = { readonly kind: 'improvement' | 'concern' | 'neutral'; readonly side: 'high' | 'low' }

function Shape({ kind, side }: ShapeProps) {
  const letter = side === 'high' ? 'H' : 'L'
  if (kind === 'improvement') {
    return (
      <>
        <rect class="chart__brand-fill" x="4" y="4" width="32" height="32" rx="3" fill={palette.brand} />
        <Letter text={letter} y={27} />
      </>
    )
  }
  if (kind === 'neutral') {
    return (
      <>
        <path d="M20 1l19 19-19 19-19-19z" fill={palette.ink} />
        <Letter text={letter} y={26.5} />
      </>
    )
  }
  const path = side === 'high' ? 'M20 2l19 35h-38z' : 'M20 38l19-35h-38z'
  return (
    <>
      <path d={path} fill={palette.worry} stroke={palette.worry} stroke-linejoin="round" stroke-width="1" />
      <Letter text={letter} y={side === 'high' ? 33 : 20.5} />
    </>
  )
}

type LetterProps = {
  readonly text: string
  readonly y: number
  readonly fill?: string
  readonly fontSize?: number
}

function Letter({ text, y, fill = palette.white, fontSize = 18 }: LetterProps) {
  return (
    <text x="20" y={y} text-anchor="middle" font-size={fontSize} font-weight="700" fill={fill}>
      {text}
    </text>
  )
}

function Icon({ words, size = 32, children }: Size & { readonly words: string; readonly children: ComponentChildren }) {
  return (
    <svg class="signal-icon" viewBox="0 0 40 40" width={size} height={size} role="img" aria-label={words}>
      <title>{words}</title>
      {children}
    </svg>
  )
}

const rounded = { 'stroke-width': 2.5, 'stroke-linejoin': 'round', 'stroke-linecap': 'round' } as const
const thick = { ...rounded, 'stroke-width': 3.5 } as const
const dashes = { stroke: palette.neutral, 'stroke-width': 2, 'stroke-dasharray': '5 4' } as const
