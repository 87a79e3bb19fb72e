import type { ComponentChildren } from 'preact'
import { formatNumber } from '../format.js'
import { palette } from '../palette.js'
import { layOutMap, MAP_WIDTH, type MapLabel } from './area-map-layout.js'
import { classOf, mapClasses } from './map-classes.js'
import { type MapColour, mapColours } from './map-colours.js'
import { type Coloured, Hatches, MapKey } from './map-key.js'
import { figureWords, type MapArea, mapInWords, shortFigure, WITHHELD } from './map-words.js'

/** What a map shows, however it is drawn. */
export type MapDrawing = {
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
}

type AreaMapProps = MapDrawing & {
  /** The same figures, always beside the map; its id is where the keyboard can go instead. */
  readonly table: ComponentChildren
  readonly tableId: string
}

/** A map of areas coloured by their figures, with its key, and the table that says the same. */
export function AreaMap(props: AreaMapProps) {
  const coloured = colouredBy(props)
  return (
    <div class="map-beside">
      <div class="map-box">
        <a class="map-skip" href={`#${props.tableId}`}>
          Go past the map to its table
        </a>
        <MapSvg {...props} {...coloured} />
        <MapKey {...props} {...coloured} />
      </div>
      <div>{props.table}</div>
    </div>
  )
}

/** A map as a picture in a paper, with its key: one image, whose table stands elsewhere. */
export function MapPicture(props: MapDrawing) {
  const coloured = colouredBy(props)
  return (
    <div class="map-box">
      <MapSvg {...props} {...coloured} isStill />
      <MapKey {...props} {...coloured} />
    </div>
  )
}

/** The classes of a map's figures and their colours, from light to dark. */
export function colouredBy({ areas, format = formatNumber }: MapDrawing): Coloured {
  const classes = mapClasses(areas.flatMap(({ value }) => (value === null ? [] : [value])))
  return { classes, colours: mapColours(classes.length), format }
}

function MapSvg({
  id,
  title,
  unitLabel,
  areas,
  classes,
  colours,
  format,
  isStill = false,
  ...props
}: MapDrawing & Coloured & { readonly isStill?: boolean }) {
  const withheld = props.withheldWords ?? WITHHELD
  const drawn = labelled({ ...props, areas, format })
  const { height, paths, labels } = layOutMap(drawn)
  return (
    <svg
      class="chart map"
      viewBox={`0 0 ${MAP_WIDTH} ${height}`}
      width={MAP_WIDTH}
      height={height}
      role={isStill ? 'img' : 'group'}
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-desc`}
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-desc`}>{mapInWords({ areas, unitLabel, format, withheldWords: withheld })}</desc>
      <defs>
        <Hatches id={id} />
      </defs>
      {drawn.map((area, index) => {
        const said = `${area.name}: ${figureWords(area, format, withheld)}`
        const path = <path d={paths[index]} {...inkOf(area, id, { classes, colours })} />
        if (!paths[index]) return null
        return isStill ? (
          <g key={area.code} class="map__area">
            <title>{said}</title>
            {path}
          </g>
        ) : (
          <OneArea key={area.code} said={said} href={area.href}>
            {path}
          </OneArea>
        )
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

/** The areas with the words that stand on them. */
export function labelled({
  areas,
  format = formatNumber,
  isLabelled = false,
}: Omit<MapDrawing, 'id' | 'title' | 'unitLabel'>) {
  return areas.map((area) => ({ ...area, lines: isLabelled ? linesOf(area, format) : [] }))
}

/** How an area is filled and edged: its class's colour, or a hatch where no figure is shown. */
export function inkOf({ value, isWithheld }: MapArea, id: string, { classes, colours }: Omit<Coloured, 'format'>) {
  const colour = value === null ? undefined : colours[classOf(classes, value)]
  return {
    fill: colour?.fill ?? `url(#${id}-${isWithheld ? 'few' : 'none'})`,
    stroke: colour?.line ?? palette.neutral,
  }
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

/** The ground behind the words is that of their own area; where they reach beyond it they are dark on white. */
export function Label({ lines, at, value, colour }: LabelProps) {
  if (!at || lines.length === 0) return null
  const own = value === null || at.isWider ? undefined : colour
  const top = -((lines.length - 1) * 1.2) / 2 + 0.35
  return (
    <text
      class={at.isRoomy ? 'map__name map__name--roomy' : 'map__name'}
      fill={own?.text ?? palette.ink}
      stroke={own?.fill ?? palette.white}
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
