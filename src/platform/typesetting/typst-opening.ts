import { coverOf, type Paper, type PaperImage } from './paper.js'
import { literal } from './typst-words.js'

/** The pictures of a paper's house style, by the names that its text has for them. */
export function stylePictures({ style, layout }: Paper): [string, Uint8Array][] {
  const shown = layout.cover && coverOf(style) === 'picture' ? [style.picture] : []
  return [style.logo, ...shown].flatMap((image) => (image ? [[fileOf(image), image.bytes] as const] : [])).map(pair)
}

const pair = ([name, bytes]: readonly [string, Uint8Array]): [string, Uint8Array] => [name, bytes]

/** How a paper begins: its cover, or its title with the office's logo and `first`; then its contents. */
export function opening(paper: Paper, first: string): string {
  const { title, subtitle, layout, style } = paper
  const name = `#heading(level:1,outlined:false,${literal(title)})`
  const contents = layout.contents
    ? '#block(above:20pt)[#outline(title:heading(level:2,outlined:false,"Contents"),target:heading.where(level:2).or(heading.where(level:3)),indent:1.2em)]'
    : ''
  if (layout.cover) return `${cover(paper, name)}\n${contents === '' ? '' : `${contents}\n#pagebreak()`}`
  const below = subtitle ? `#par(text(fill:soft,${literal(subtitle)}))` : ''
  const head = style.logo
    ? `#grid(columns:(1fr,auto),column-gutter:10mm,[${name}\n${below}],${picture(style.logo, 'height:14mm')})`
    : `${name}\n${below}`
  return `${head}\n${first}\n${contents}`
}

const COVERS = { band: bandCover, plain: plainCover, picture: pictureCover } as const

function cover(paper: Paper, name: string): string {
  return COVERS[coverOf(paper.style)](paper, name)
}

/** A page in the office's colour; its logo stands on white. */
function bandCover({ subtitle, author, style }: Paper, name: string): string {
  const logo = style.logo ? `#block(fill:white,inset:6mm,${picture(style.logo, 'height:20mm')})\n#v(22%)` : '#v(34%)'
  return `#page(fill:brand,footer:none)[
#set text(fill:white)
${logo}
#show heading:set text(fill:white,size:36pt)
${name}
#v(2mm)
#par(text(size:15pt,${literal(subtitle)}))
#v(1fr)
#par(text(size:12pt,${literal(author)}))
]`
}

/** White, with a rule in the office's colour. */
function plainCover({ subtitle, author, style }: Paper, name: string): string {
  return `#page(footer:none)[
${style.logo ? picture(style.logo, 'height:22mm', '#') : '#v(22mm)'}
#v(28%)
#line(length:100%,stroke:4pt+brand)
#v(6mm)
#show heading:set text(size:34pt)
${name}
#v(2mm)
#par(text(size:15pt,fill:soft,${literal(subtitle)}))
#v(1fr)
#par(text(size:12pt,${literal(author)}))
]`
}

/** The office's own picture over the upper half, the title below it. */
function pictureCover({ subtitle, author, style }: Paper, name: string): string {
  const shown = style.picture ? picture(style.picture, 'width:100%,height:52%,fit:"cover"', '#') : ''
  return `#page(footer:none,margin:0mm)[
${shown}
#block(inset:(x:25mm,top:10mm,bottom:20mm),height:1fr,width:100%)[
#line(length:30mm,stroke:4pt+brand)
#v(3mm)
#show heading:set text(size:32pt)
${name}
#v(2mm)
#par(text(size:15pt,fill:soft,${literal(subtitle)}))
#v(1fr)
#grid(columns:(1fr,auto),align:(left+bottom,right+bottom),text(size:12pt,${literal(author)}),${style.logo ? picture(style.logo, 'height:18mm') : '[]'})
]
]`
}

function picture(image: PaperImage, size: string, mark: '#' | '' = ''): string {
  return `${mark}image("/${fileOf(image)}",alt:${literal(image.alt)},${size})`
}

const fileOf = ({ name, type }: PaperImage) => `${name}.${type === 'jpeg' ? 'jpg' : 'png'}`
