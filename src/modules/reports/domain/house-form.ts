/**
 * The Panel's house form: numbered sections of numbered paragraphs, without gaps. This file knows the form
 * and nothing of what fills it: a block is whatever the page can show.
 */

/** One part of a section. `text` takes a paragraph number; what belongs to the paragraph before it does not. */
export type Block<Content> = { readonly numbered: boolean; readonly content: Content }

/** A section before it is numbered. */
export type Section<Content> = {
  /** Names the section for narratives and links: 'purpose', 'objective:<id>'. */
  readonly key: string
  readonly heading: string
  readonly blocks: readonly Block<Content>[]
}

/** A section as the Panel sees it. */
export type NumberedSection<Content> = {
  readonly key: string
  readonly number: number
  readonly heading: string
  readonly blocks: readonly { readonly number: string | null; readonly content: Content }[]
}

/** Numbers sections 1, 2, 3 and their paragraphs 1.1, 1.2; a section with nothing in it is left out and leaves no gap. */
export function numbered<Content>(sections: readonly Section<Content>[]): NumberedSection<Content>[] {
  return sections
    .filter((section) => section.blocks.length > 0)
    .map((section, index) => ({ ...section, number: index + 1, blocks: numberedBlocks(section.blocks, index + 1) }))
}

function numberedBlocks<Content>(blocks: readonly Block<Content>[], section: number) {
  let paragraph = 0
  return blocks.map(({ numbered: takesNumber, content }) => {
    if (takesNumber) paragraph += 1
    return { number: takesNumber ? `${section}.${paragraph}` : null, content }
  })
}
