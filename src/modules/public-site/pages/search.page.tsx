import { page } from '#platform/web/page.js'
import { Button, EmptyState, Heading, Small, TextInput } from '#ui/components.js'
import { sentenceCount } from '#ui/format.js'
import { type SearchResult, search } from '../domain/search.js'
import { findables } from './findables.js'

const MOST_SHOWN = 30
const LONGEST_QUERY = 200

export const searchPage = page('/search', {
  permission: 'site:read',
  load: async ({ deps, query }) => {
    const typed = (query.q ?? '').normalize('NFC').slice(0, LONGEST_QUERY).trim()
    return { typed, result: typed === '' ? undefined : search(await findables(deps), typed) }
  },
  title: ({ typed }) => (typed === '' ? 'Search' : `Search: ${typed}`),
  view: ({ typed, result }) => (
    <>
      <Heading>Search</Heading>
      <form action="/search" method="get" role="search">
        <TextInput
          field={{ name: 'q', id: 'q', value: typed, values: [] }}
          label="Words to look for"
          hint="In the plans, what is being done, the measures and the reports"
          type="search"
          width={30}
        />
        <Button>Search</Button>
      </form>
      {result ? <Results typed={typed} result={result} /> : null}
    </>
  ),
})

function Results({ typed, result }: { typed: string; result: SearchResult }) {
  const { found, isPartial } = result
  if (found.length === 0) {
    return (
      <EmptyState title={`Nothing that is published holds “${typed}”`}>
        <p>Try fewer or other words: “burglary”, “victims”, “101”. Or start from the plan or the measures.</p>
        <p>
          <a href="/">The plan on a page</a> <a href="/measures">All measures</a>
        </p>
      </EmptyState>
    )
  }
  return (
    <>
      <Heading level={2}>{summary(result)}</Heading>
      {isPartial ? <p>Nothing holds all of these words, so these hold some of them.</p> : null}
      {found.slice(0, MOST_SHOWN).map(({ item, snippet }) => (
        <section key={`${item.href} ${item.title}`}>
          <Heading level={3}>
            <a href={item.href}>{item.title}</a>
          </Heading>
          {snippet ? <p>{snippet}</p> : null}
          <Small>{item.place ? `${item.kind} · ${item.place}` : item.kind}</Small>
        </section>
      ))}
    </>
  )
}

function summary({ found }: SearchResult): string {
  const count = sentenceCount(found.length, 'result')
  return found.length > MOST_SHOWN ? `${count}, the best ${MOST_SHOWN} shown` : count
}
