import { Heading, LinkButton } from '#ui/components.js'

/** What whoever opens a link that is over reads: not why, since anyone may have it. */
export function LinkOver() {
  return (
    <>
      <Heading>This link opens nothing</Heading>
      <p>It was used, withdrawn or is too old, or a part of it is missing. Ask the office for another.</p>
      <LinkButton kind="secondary" href="/sign-in">
        Sign in
      </LinkButton>
    </>
  )
}
