import type { ComponentChildren } from 'preact'
import type { Room } from './line-content.js'

/** Size of a chart's words and the width of its narrow drawing, in its own units. */
export const SIZE = 15
export const NARROW = 300

/** Which places are too narrow for a drawing of this width; the style sheet has the same three classes. */
function sizeClass(width: number): string {
  if (width > 800) return 'chart--broad'
  return width > 560 ? 'chart--medium' : 'chart--small'
}

/** What every chart must have: an id of its own, and words for those who do not see it. */
export type DrawingProps = {
  readonly id: string
  readonly title: string
  readonly description: string
  readonly width?: number
}

type Props = DrawingProps & {
  readonly wide: Room
  readonly narrow: Room
  readonly children: (room: Room) => ComponentChildren
}

/** One picture drawn for a wide and for a narrow place; the style sheet shows the one that fits. */
export function Drawing({ id, title, description, wide, narrow, children }: Props) {
  return (
    <div class="chart-box">
      <Svg id={id} {...{ title, description }} room={wide} class={sizeClass(wide.width)}>
        {children(wide)}
      </Svg>
      <Svg id={`${id}-narrow`} {...{ title, description }} room={narrow} class="chart--narrow">
        {children(narrow)}
      </Svg>
    </div>
  )
}

type SvgProps = {
  readonly id: string
  readonly title: string
  readonly description: string
  readonly room: Room
  readonly class: string
  readonly children: ComponentChildren
}

function Svg({ id, title, description, room, class: name, children }: SvgProps) {
  return (
    <svg
      class={`chart ${name}`}
      viewBox={`0 0 ${room.width} ${room.height}`}
      width={room.width}
      height={room.height}
      role="img"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-desc`}
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-desc`}>{description}</desc>
      {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: a group of shapes takes no focus */}
      <g aria-hidden="true" font-size={room.size}>
        {children}
      </g>
    </svg>
  )
}
