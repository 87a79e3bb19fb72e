import { coverOf, type Paper, type PaperImage } from '#platform/typesetting/paper.js'
import { Heading } from '#ui/components.js'

/** The logo, the title, and the picture of its cover where the office chose one. */
export function Opening({
  paper: { title, subtitle, layout, style },
  src,
}: {
  readonly paper: Paper
  readonly src: (image: PaperImage) => string
}) {
  const cover = layout.cover && coverOf(style) === 'picture' ? style.picture : undefined
  const image = (one: PaperImage, name: string) => (
    <img class={name} src={src(one)} alt={one.alt} width={one.width} height={one.height} />
  )
  return (
    <>
      {style.logo ? image(style.logo, 'paper__logo') : null}
      <Heading>{title}</Heading>
      {subtitle ? <p class="lede">{subtitle}</p> : null}
      {cover ? image(cover, 'paper__cover') : null}
    </>
  )
}
