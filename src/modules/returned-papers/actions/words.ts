import type { ReturnRefusal } from '../domain/returned-paper.js'
import type { Note } from '../domain/rewrite.js'

/** Why a change is not taken quite as it was made. */
export function noteWords(note: Note): string {
  switch (note.code) {
    case 'typed-over':
      return `“${note.typed}” was typed over the live figure “${note.live}”. The figure stays live.`
    case 'sentence-kept':
      return `“${note.live}” comes from the register and stays as it is.`
    case 'live-removed':
      return `The live figure “${note.live}” goes with it.`
    case 'moved':
      return 'These words were moved: they are put in at one place and taken out at another. Take both, or neither.'
  }
}

/** Why a file was not taken in. */
export function refusalWords(refusal: ReturnRefusal): string {
  switch (refusal.code) {
    case 'unreadable':
      return refusal.problem
    case 'too-big':
      return 'This file takes more time or memory than a report should, and was left'
    case 'of-another':
      return `This file was made from another report, “${refusal.slug}”: bring it back there`
  }
}
