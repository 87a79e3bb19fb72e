import type { ComponentChildren } from 'preact'
import { formatNumber } from '../format.js'
import { palette } from '../palette.js'
import type { MapClass } from './map-classes.js'
import type { MapColour } from './map-colours.js'
import { type MapArea, WITHHELD } from './map-words.js'

/** The classes of a map with their colours, and how its figures are written. */
export type Coloured = {
  readonly classes: readonly MapClass[]
  readonly colours: readonly MapColour[]
  readonly format: (value: number) => string
}

/** Slanted lines for what is withheld, dots for what is not known: neither is a colour of the scale. */
export function Hatches({ id }: { id: string }) {
  return (
    <>
      <pattern id={`${id}-few`} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="6" height="6" fill={palette.white} />
        <rect width="1.6" height="6" fill={palette.neutral} />
      </pattern>
      <pattern id={`${id}-none`} width="7" height="7" patternUnits="userSpaceOnUse">
        <rect width="7" height="7" fill={palette.white} />
        <circle cx="2" cy="2" r="1.1" fill={palette.neutral} />
      </pattern>
    </>
  )
}

type KeyProps = Coloured & {
  readonly id: string
  readonly areas: readonly MapArea[]
  readonly unitLabel: string
  readonly withheldWords?: string
}

/** What each colour stands for, in numbers, with how many areas have it. */
export function MapKey({ unitLabel, ...props }: KeyProps) {
  const { id } = props
  return (
    <div class="map-key">
      <p class="map-key__title" id={`${id}-key`}>
        {unitLabel.charAt(0).toUpperCase() + unitLabel.slice(1)}
      </p>
      <ul aria-labelledby={`${id}-key`}>
        {keyLines(props).map(({ fill, words, count }) => (
          <KeyLine key={fill} fill={fill} count={count}>
            {words}
          </KeyLine>
        ))}
      </ul>
    </div>
  )
}

/** The lines of a key, the lowest class first; what is withheld and what is not known only where there is any. */
export function keyLines({
  id,
  areas,
  classes,
  colours,
  format,
  withheldWords = WITHHELD,
}: Omit<KeyProps, 'unitLabel'>) {
  const withheld = areas.filter(({ value, isWithheld }) => value === null && isWithheld).length
  const unknown = areas.filter(({ value, isWithheld }) => value === null && !isWithheld).length
  return [
    ...classes.map(({ from, to, count }, index) => ({
      fill: colours[index]?.fill ?? '',
      words: rangeWords(format(from), format(to)),
      count,
    })),
    { fill: `url(#${id}-few)`, words: withheldWords, count: withheld },
    { fill: `url(#${id}-none)`, words: 'No figure', count: unknown },
  ].filter(({ count }) => count > 0)
}

function KeyLine({ fill, count, children }: { fill: string; count: number; children: ComponentChildren }) {
  return (
    <li>
      <svg class="map-key__colour" viewBox="0 0 26 18" width="26" height="18" aria-hidden="true">
        <rect x="0.5" y="0.5" width="25" height="17" fill={fill} stroke={palette.neutral} />
      </svg>
      <span>
        {children} <span class="map-key__count">{count === 1 ? '1 area' : `${formatNumber(count)} areas`}</span>
      </span>
    </li>
  )
}

const rangeWords = (from: string, to: string) => (from === to ? from : `${from} to ${to}`)
