import { Notice, Small } from '#ui/components.js'
import { countOf, formatMoment, sentenceCount } from '#ui/format.js'
import type { FrozenDifference } from '../document/frozen-section.js'
import type { WritableSection } from '../document/writable-sections.js'

/** As known on which day the figures of a section stand, and which of them were revised since. */
export function FrozenFigures({ section: { frozenAt, revised } }: { section: WritableSection }) {
  if (frozenAt === null)
    return <Small>Its figures are as known today: they follow the register until the section is signed off.</Small>
  const since = `Its figures stand as known on ${formatMoment(frozenAt)}, when it was signed off.`
  if (revised.length === 0) return <Small>{since} None has been revised since.</Small>
  return (
    <Notice kind="worry" title={`${countOf(revised.length, 'figure')} revised since the sign-off`}>
      <p>{since} To take the new ones, save the words again or set the section back, and sign it off anew.</p>
      <Differences of={revised} />
    </Notice>
  )
}

/** Before publication: signed-off figures that the register has revised since go out as they were signed off. */
export function RevisedSinceSignOff({ of }: { of: readonly FrozenDifference[] }) {
  if (of.length === 0) return null
  const stand = of.length === 1 ? 'goes out as it was' : 'go out as they were'
  return (
    <Notice
      title={`${sentenceCount(of.length, 'figure')} revised since the sign-off of ${of.length === 1 ? 'its' : 'their'} section`}
    >
      <p>
        Published now, {of.length === 1 ? 'it' : 'they'} {stand} signed off. Sign the section off anew to take what is
        known now.
      </p>
      <Differences of={of} />
    </Notice>
  )
}

function Differences({ of }: { of: readonly FrozenDifference[] }) {
  return (
    <ul>
      {of.map(({ section, id, from, to }) => (
        <li key={`${section}${id}`}>
          {id}: “{from}” when signed off, “{to}” now
        </li>
      ))}
    </ul>
  )
}
