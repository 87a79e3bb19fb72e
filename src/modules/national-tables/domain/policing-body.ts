import type { FigureRow } from './figure.js'

/**
 * The police force area of a line, if the line is of a policing body: a commissioner, or the police functions of a
 * mayor. Lines of counties, fire and districts, and of all commissioners together, are of none.
 */
export function policingBody({ code, name }: FigureRow['area'], kind: string): FigureRow['area'] | undefined {
  if (code && /^(E23|W15)/.test(code)) return { code, name: shortName(name) }
  const isPolice =
    kind.toUpperCase() === 'PCC' ||
    /\bpolice\b/i.test(name) ||
    /^london boroughs less/i.test(name.replace(/^of which: /i, ''))
  if (!isPolice || /\b(fire|frs|fra)\b(?!.*police$)/i.test(name.replace(/police, fire/i, 'police'))) return undefined
  if (/^police authorities|^all |^total|^england|^pcc$/i.test(name)) return undefined
  const mayor = MAYORS.find(([pattern]) => pattern.test(name))
  return mayor ? { code: mayor[1], name: mayor[2] } : { code: null, name: shortName(name) }
}

/** Police functions that a mayor holds. */
const MAYORS: readonly (readonly [RegExp, string, string])[] = [
  [/london boroughs less|gla - police|mopac|mayor.s office for policing/i, 'E23000001', 'Metropolitan Police'],
  [/greater manchester.*police|gmca.*police/i, 'E23000005', 'Greater Manchester'],
  [/west yorkshire combined.*police|wyca.*police/i, 'E23000010', 'West Yorkshire'],
  [/york and north yorkshire.*police|york & north yorkshire.*police/i, 'E23000009', 'North Yorkshire'],
  [/south yorkshire (mayoral )?combined.*police/i, 'E23000011', 'South Yorkshire'],
]

/** "Cambridgeshire Police and Crime Commissioner and Chief Constable" is of Cambridgeshire. */
function shortName(name: string): string {
  const short = name
    .replace(/^of which: /i, '')
    .replace(
      /[ -]+(police,? (fire )?and crime commissioner|police,? fire (and|&) crime commissioner|police (and|&) crime commissioner|pcc|pfcc|police authority).*$/i,
      '',
    )
    .replace(/ police$/i, '')
    .trim()
  return short || name
}
