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
export function MapKey({ id, areas, unitLabel, classes, colours, format, withheldWords = WITHHELD }: KeyProps) {
  const withheld = areas.filter(({ value, isWithheld }) => value === null && isWithheld).length
  const unknown = areas.filter(({ value, isWithheld }) => value === null && !isWithheld).length
  return (
    <div class="map-key">
      <p class="map-key__title" id={`${id}-key`}>
        {unitLabel.charAt(0).toUpperCase() + unitLabel.slice(1)}
      </p>
      <ul aria-labelledby={`${id}-key`}>
        {classes.map(({ from, to, count }, index) => (
          <KeyLine key={from} fill={colours[index]?.fill ?? ''} count={count}>
            {rangeWords(format(from), format(to))}
          </KeyLine>
        ))}
        {withheld > 0 ? (
          <KeyLine fill={`url(#${id}-few)`} count={withheld}>
            {withheldWords}
          </KeyLine>
        ) : null}
        {unknown > 0 ? (
          <KeyLine fill={`url(#${id}-none)`} count={unknown}>
            No figure
          </KeyLine>
        ) : null}
      </ul>
    </div>
  )
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
