import { formatNumber } from '../format.js'
import { palette } from '../palette.js'
import { colouredBy, inkOf, Label, labelled, type MapDrawing } from './area-map.js'
import { layOutMap, MAP_WIDTH } from './area-map-layout.js'
import { classOf } from './map-classes.js'
import { Hatches, keyLines } from './map-key.js'
import { textWidth } from './text-width.js'

/** As wide as every chart that is printed; the key stands beside the map. */
const WIDTH = 784
const KEY = { x: MAP_WIDTH + 24, width: WIDTH - MAP_WIDTH - 24, size: 15, line: 19, indent: 36 }

/** A map by itself, for print: one drawing with its key in it, which needs no style sheet. */
export function MapPrint(props: MapDrawing) {
  const { id, unitLabel } = props
  const coloured = colouredBy(props)
  const { classes, colours } = coloured
  const drawn = labelled(props)
  const { height, paths, labels } = layOutMap(drawn)
  const lines = keyLines({ ...props, ...coloured })
  const key = laidOut(capital(unitLabel), lines)
  const whole = Math.max(height, key.height)
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${WIDTH} ${whole}`}
      width={WIDTH}
      height={whole}
      font-family="Source Sans 3"
      aria-hidden="true"
    >
      <defs>
        <Hatches id={id} />
      </defs>
      <g fill-rule="evenodd" stroke-width="0.8" stroke-linejoin="round">
        {drawn.map((area, index) =>
          paths[index] ? <path key={area.code} d={paths[index]} {...inkOf(area, id, coloured)} /> : null,
        )}
      </g>
      <g text-anchor="middle" font-size={KEY.size} paint-order="stroke" stroke-width="4" stroke-linejoin="round">
        {drawn.map((area, index) => (
          <Label key={area.code} {...area} at={labels[index]} colour={colours[classOf(classes, area.value ?? 0)]} />
        ))}
      </g>
      <g font-size={KEY.size} fill={palette.ink}>
        {key.title.map((text, index) => (
          <text key={text} x={KEY.x} y={KEY.line * (index + 1)} font-weight="600">
            {text}
          </text>
        ))}
        {key.rows.map(({ fill, words, y }) => (
          <g key={y}>
            <rect x={KEY.x + 0.5} y={y - 13.5} width="25" height="17" fill={fill} stroke={palette.neutral} />
            {words.map((text, index) => (
              <text key={text} x={KEY.x + KEY.indent} y={y + index * KEY.line}>
                {text}
              </text>
            ))}
          </g>
        ))}
      </g>
    </svg>
  )
}

type KeyLine = ReturnType<typeof keyLines>[number]

/** Where the lines of the key stand, broken where they are too long. */
function laidOut(heading: string, lines: readonly KeyLine[]) {
  const title = broken(heading, KEY.width)
  let y = KEY.line * title.length + 10
  const rows = lines.map(({ fill, words, count }) => {
    const counted = `${words} (${count === 1 ? '1 area' : `${formatNumber(count)} areas`})`
    const parts = broken(counted, KEY.width - KEY.indent)
    y += KEY.line + 5
    const row = { fill, words: parts, y }
    y += KEY.line * (parts.length - 1)
    return row
  })
  return { title, rows, height: y + 10 }
}

/** Words in lines no wider than this. */
function broken(text: string, width: number): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const longer = [lines.at(-1), word].filter(Boolean).join(' ')
    if (lines.length > 0 && textWidth(longer, KEY.size, true) <= width) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
