/** Widths of the characters from space to tilde in Source Sans 3, in thousandths of the text's size. */
const regular = [
  200, 289, 426, 497, 497, 824, 609, 249, 303, 303, 418, 497, 249, 311, 249, 350, 497, 497, 497, 497, 497, 497, 497,
  497, 497, 497, 249, 249, 497, 497, 497, 425, 847, 543, 588, 571, 615, 527, 494, 617, 652, 263, 479, 579, 486, 727,
  647, 664, 566, 664, 569, 534, 536, 645, 515, 786, 513, 476, 539, 303, 350, 303, 497, 500, 542, 504, 553, 456, 555,
  496, 292, 504, 544, 246, 247, 495, 255, 829, 547, 542, 555, 555, 347, 419, 338, 544, 467, 719, 446, 467, 425, 303,
  241, 303, 497,
]

/** Semibold is at most this much wider, letter by letter. */
const SEMIBOLD = 1.13
/** For characters that are not in the table: the width of a wide letter, so that a guess never overlaps. */
const UNKNOWN = 700

/** How wide a line of text will be, in the units of its size. Never less than the truth by more than a hair. */
export function textWidth(text: string, size: number, bold = false): number {
  let thousandths = 0
  for (const character of text) thousandths += widthOf(character)
  return (thousandths / 1000) * size * (bold ? SEMIBOLD : 1)
}

function widthOf(character: string): number {
  if (character === '−' || character === '–' || character === '£') return 497
  if (character === '’' || character === '·') return 249
  return regular[(character.codePointAt(0) ?? 0) - 32] ?? UNKNOWN
}
