import type { ComponentChildren } from 'preact'
import { formatNumber } from '../format.js'
import { palette } from '../palette.js'
import { layOutMap, MAP_WIDTH, type MapLabel } from './area-map-layout.js'
import { classOf, mapClasses } from './map-classes.js'
import { type MapColour, mapColours } from './map-colours.js'
import { type Coloured, Hatches, MapKey } from './map-key.js'
import { figureWords, type MapArea, mapInWords, shortFigure, WITHHELD } from './map-words.js'

type AreaMapProps = {
  readonly id: string
  readonly title: string
  /** What the numbers are, in the plural: "crimes for each 1,000 people". */
  readonly unitLabel: string
  /** In the order in which the keyboard goes through them. */
  readonly areas: readonly MapArea[]
  readonly format?: (value: number) => string
  /** Whether names and numbers stand on the map itself: for few areas. */
  readonly isLabelled?: boolean
  /** Why figures are withheld, for the key: "Fewer than 5". */
  readonly withheldWords?: string
  /** The same figures, always beside the map; its id is where the keyboard can go instead. */
  readonly table: ComponentChildren
  readonly tableId: string
}

/** A map of areas coloured by their figures, with its key, and the table that says the same. */
export function AreaMap(props: AreaMapProps) {
  const { id, areas, format = formatNumber, tableId } = props
  const classes = mapClasses(areas.flatMap(({ value }) => (value === null ? [] : [value])))
  const colours = mapColours(classes.length)
  return (
    <div class="map-beside">
      <div class="map-box">
        <a class="map-skip" href={`#${tableId}`}>
          Go past the map to its table
        </a>
        <MapSvg {...props} format={format} classes={classes} colours={colours} />
        <MapKey {...{ id, areas, classes, colours, format }} {...props} />
      </div>
      <div>{props.table}</div>
    </div>
  )
}

function MapSvg({
  id,
  title,
  unitLabel,
  areas,
  classes,
  colours,
  format,
  isLabelled = false,
  ...props
}: AreaMapProps & Coloured) {
  const withheld = props.withheldWords ?? WITHHELD
  const drawn = areas.map((area) => ({ ...area, lines: isLabelled ? linesOf(area, format) : [] }))
  const { height, paths, labels } = layOutMap(drawn)
  return (
    <svg
      class="chart map"
      viewBox={`0 0 ${MAP_WIDTH} ${height}`}
      width={MAP_WIDTH}
      height={height}
      role="group"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-desc`}
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-desc`}>{mapInWords({ areas, unitLabel, format, withheldWords: withheld })}</desc>
      <defs>
        <Hatches id={id} />
      </defs>
      {drawn.map((area, index) => {
        const colour = area.value === null ? undefined : colours[classOf(classes, area.value)]
        const fill = colour?.fill ?? `url(#${id}-${area.isWithheld ? 'few' : 'none'})`
        const said = `${area.name}: ${figureWords(area, format, withheld)}`
        const path = <path d={paths[index]} fill={fill} stroke={colour?.line ?? palette.neutral} />
        return paths[index] ? (
          <OneArea key={area.code} said={said} href={area.href}>
            {path}
          </OneArea>
        ) : null
      })}
      {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: a group of words takes no focus */}
      <g aria-hidden="true" text-anchor="middle" class="map__words">
        {drawn.map((area, index) => (
          <Label key={area.code} {...area} at={labels[index]} colour={colours[classOf(classes, area.value ?? 0)]} />
        ))}
      </g>
    </svg>
  )
}

function OneArea(props: { said: string; href: string | undefined; children: ComponentChildren }) {
  const { said, href, children } = props
  if (href)
    return (
      <a class="map__area" href={href} aria-label={said}>
        <title>{said}</title>
        {children}
      </a>
    )
  return (
    // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: it does nothing but say its figure
    <g class="map__area" role="img" tabindex={0} aria-label={said}>
      <title>{said}</title>
      {children}
    </g>
  )
}

type LabelProps = Pick<MapArea, 'value'> & {
  readonly lines: readonly string[]
  readonly at: MapLabel | null | undefined
  readonly colour: MapColour | undefined
}

/** The ground behind the words is that of their own area, so that they can be read where they reach beyond it. */
function Label({ lines, at, value, colour }: LabelProps) {
  if (!at || lines.length === 0) return null
  const ground = value === null ? palette.white : (colour?.fill ?? palette.white)
  const top = -((lines.length - 1) * 1.2) / 2 + 0.35
  return (
    <text
      class={at.isRoomy ? 'map__name map__name--roomy' : 'map__name'}
      fill={value === null ? palette.ink : (colour?.text ?? palette.ink)}
      stroke={ground}
    >
      {lines.map((line, index) => (
        <tspan
          key={line}
          x={at.x}
          y={at.y}
          dy={`${round(top + index * 1.2)}em`}
          font-weight={index === lines.length - 1 ? 600 : 400}
        >
          {line}
        </tspan>
      ))}
    </text>
  )
}

const LONG_NAME = 13

/** The name in one or two lines, and the figure below it. */
function linesOf(area: MapArea, format: (value: number) => string): string[] {
  const { name } = area
  const figure = shortFigure(area, format)
  const words = name.split(' ')
  if (name.length <= LONG_NAME || words.length === 1) return [name, figure]
  const half = Math.ceil(words.length / 2)
  return [words.slice(0, half).join(' '), words.slice(half).join(' '), figure]
}

const round = (value: number) => Math.round(value * 100) / 100
