import { SANS } from './fonts.js'
import type { Paper } from './paper.js'
import { TABLE_TYPE } from './table-sizes.js'
import { typefaceOf } from './typefaces.js'
import { literal } from './typst-words.js'

/** How every paper looks: A4, our typefaces, the office's colour; and the few words that the body is written in. */
export function preamble({ title, author, footer, check = '', madeOn, layout, style, numbering }: Paper): string {
  const [year, month, day] = madeOn.split('-').map(Number)
  const { title: titles, text: words } = typefaceOf(style.typeface).print
  const paper = `paper:"a4",flipped:${layout.landscape}`
  const margin = layout.landscape ? 'margin:(x:16mm,top:14mm,bottom:16mm)' : 'margin:(x:25mm,top:22mm,bottom:24mm)'
  return `
#let brand=rgb("${/^#[0-9a-f]{6}$/i.test(style.brand) ? style.brand : '#12436d'}")
#let ink=rgb("#16202a")
#let soft=rgb("#4d5a66")
#let rule=rgb("#d9dcd6")
#let sand=rgb("#f6f4ee")
#let unsure=rgb("#fdf0d5")
#let pageof(name)=counter(page).at(label(name)).first()
#let apart(..names)=names.pos().map(name=>query(label(name)).map(each=>each.location().page())).dedup().len()>1
#set document(title:${literal(title)},author:${literal(author)},date:datetime(year:${year},month:${month},day:${day}))
#set text(font:(${faces(words)}),fallback:false,lang:"en",region:"GB",size:${layout.landscape ? '9pt' : '10.5pt'},fill:ink,number-type:"lining",hyphenate:false)
#set page(${paper},${margin},footer:context[
  #set text(size:8.5pt,fill:soft)
  #line(length:100%,stroke:0.5pt+rule)
  #v(-4pt)
  #grid(columns:(1fr,auto),${literal(footer)}${check === '' ? '' : `+linebreak()+${literal(check)}`},[#counter(page).display() of #counter(page).final().first()])
])
#set par(leading:0.62em,spacing:0.9em,justify:false)
#set block(spacing:0.9em)
#set list(indent:0pt,body-indent:0.6em,marker:([•],[–],[•]))
#set enum(indent:0pt,body-indent:0.6em)
#set footnote.entry(separator:line(length:30%,stroke:0.5pt+rule))
#show footnote.entry:set text(size:8.5pt)
#show link:set text(fill:rgb("#1257a0"))
#show heading:set text(font:(${faces(titles)}),weight:600,fill:ink)
#show heading:set block(sticky:true)
#show heading.where(level:1):set text(size:${layout.landscape ? '20pt' : '24pt'})
#show heading.where(level:1):set block(below:16pt)
#show heading.where(level:2):set text(size:15pt)
#show heading.where(level:2):set block(above:${numbering === 'paragraphs' ? '18pt,below:9pt' : '24pt,below:12pt'})
#show heading.where(level:3):set text(font:(${faces(words)}),size:11.5pt)
#show heading.where(level:3):set block(above:14pt,below:8pt)
#show heading.where(level:4):set text(font:(${faces(words)}),size:10.5pt)
#show heading.where(level:4):set block(above:14pt,below:8pt)
#set figure(gap:7pt,placement:none)
#set figure.caption(position:top)
#show figure:set block(breakable:false,above:14pt,below:16pt,sticky:false)
#show figure.where(kind:table):set block(breakable:true)
#show figure.caption:set align(left)
#show figure.caption:set text(size:9.5pt)
#show figure.caption:set block(sticky:true)
#show figure:set align(left)
#set table(stroke:(rest:none,bottom:0.4pt+rule),inset:(x,y)=>(left:if x==0{0pt}else{${TABLE_TYPE.beside}pt},right:${TABLE_TYPE.beside}pt,y:${TABLE_TYPE.above}pt))
#show table:set text(size:${TABLE_TYPE.size}pt)
#show table:set par(leading:0.5em,spacing:0.6em)
#show table.cell.where(y:0):set text(weight:600)
#show outline.entry:set block(spacing:0.62em)
#show outline.entry.where(level:2):set block(above:9pt)
#show quote.where(block:true):set text(size:1.08em,fill:brand)
#show quote.where(block:true):set block(above:12pt,below:12pt)
#let inset(body,..around)=block(width:100%,inset:(left:3em),..around,body)
#let callout(worry,body)=block(width:100%,fill:sand,inset:(x:12pt,y:10pt),stroke:(left:3pt+if worry{rgb("#a8400f")}else{brand}),breakable:true,body)
`
}

/** A face, and the one that has every character that it may lack. */
const faces = (face: string) => (face === SANS ? `"${SANS}",` : `"${face}","${SANS}"`)
