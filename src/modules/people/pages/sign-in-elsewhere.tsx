import { type Onward, type RedirectionContext, redirection } from '#platform/web/redirection.js'
import { Heading, LinkButton } from '#ui/components.js'
import { comeBack, type ElsewhereRefusal, farewellElsewhere, goElsewhere } from '../actions/sign-in-elsewhere.js'
import { placeAfter, placeWithin } from './sign-in.page.js'

export const goElsewhereRoute = redirection('/sign-in/provider', {
  permission: 'people:sign-in',
  onward: (context) => leave(context, 'come-in'),
})

// Another site could first sign its reader in at the service as somebody else, and then have that one linked.
export const linkElsewhereRoute = redirection('/staff/account/provider', {
  permission: 'people:own-account',
  onlyFromHere: true,
  onward: (context) => leave(context, 'link'),
})

export const comeBackRoute = redirection('/sign-in/provider/done', {
  permission: 'people:sign-in',
  onward: async ({ deps, actor, ...back }) => {
    const result = await comeBack(deps, actor, back)
    if (!result.ok) return problemElsewhere(result.error)
    const { token, to } = result.value
    return { kind: 'redirect', to: placeAfter(result.value, to), session: token }
  },
})

export const farewellRoute = redirection('/sign-in/provider/leave', {
  permission: 'people:sign-in',
  onward: async ({ deps }) => ({ kind: 'redirect', to: (await farewellElsewhere(deps)) ?? '/sign-in' }),
})

async function leave(
  { deps, actor, query, browserKey }: RedirectionContext,
  purpose: 'come-in' | 'link',
): Promise<Onward> {
  const to = purpose === 'link' ? '/staff/account' : placeWithin(query.to)
  const result = await goElsewhere(deps, actor, { browserKey, journey: { purpose, to } })
  return result.ok ? { kind: 'redirect', to: result.value } : problemElsewhere(result.error)
}

/** Why nobody came in, as a page. */
export function problemElsewhere({ code }: ElsewhereRefusal): Onward {
  return {
    kind: 'problem',
    title: 'You are not signed in',
    view: (
      <>
        <Heading>You are not signed in</Heading>
        <p>{WORDS[code]}</p>
        <LinkButton href="/sign-in">Back to sign in</LinkButton>
      </>
    ),
  }
}

const WORDS: Readonly<Record<ElsewhereRefusal['code'], string>> = {
  'no-service': 'This office has no sign-in service of its own set up.',
  unreachable: 'The sign-in service of your organisation cannot be reached now. Try again in a minute.',
  'not-begun-here': 'This browser did not begin that sign-in, or has begun another since. Begin again.',
  'too-late': 'Too much time passed before you came back. Begin again.',
  refused: 'The sign-in service of your organisation did not let you in.',
  'nobody-known':
    'Your organisation knows you, but no account here is linked with you. Ask the office for an invitation, or sign in with your password and link it in your account.',
  'linked-already': 'You are linked with another account here. The office can take that link away.',
  'not-fresh': 'Accounts are linked only just after signing in. Sign in again, then link yours in your account.',
}
