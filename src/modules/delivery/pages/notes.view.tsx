import { Heading, LinkButton, Small } from '#ui/components.js'
import { formatMoment } from '#ui/format.js'
import type { Note, NoteKind } from '../domain/note.js'
import { Paragraphs } from './paragraphs.view.js'

/** What each kind of note is called. */
export const NOTE_WORDS: Readonly<Record<NoteKind, string>> = {
  'holding-to-account': 'Holding to account',
  'unannounced-visit': 'Unannounced visit',
  other: 'Another note',
}

type NotesProps = {
  readonly actionId: string
  readonly notes: readonly Note[]
  readonly authors: ReadonlyMap<string, string>
  readonly mayWrite: boolean
}

/** What the office notes for itself beside an action. */
export function Notes({ actionId, notes, authors, mayWrite }: NotesProps) {
  return (
    <>
      <Heading level={2}>The office’s own notes</Heading>
      <Small>Seen by the office and auditors only: never by the force, partners or the public.</Small>
      {notes.map(({ id, kind, text, writtenAt, writtenBy }) => (
        <section key={id}>
          <Heading level={3}>{NOTE_WORDS[kind]}</Heading>
          <Paragraphs text={text} />
          <Small>
            {formatMoment(writtenAt)}, {authors.get(writtenBy) ?? 'the command line'}
          </Small>
        </section>
      ))}
      {notes.length === 0 ? <p>None yet.</p> : null}
      {mayWrite ? (
        <LinkButton kind="secondary" href={`/staff/actions/${actionId}/notes/new`}>
          Write a note for the office
        </LinkButton>
      ) : null}
    </>
  )
}
