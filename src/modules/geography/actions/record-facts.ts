import { type KeyedChanges, keyedChanges } from '#kernel/keyed-changes.js'
import type { Tx } from '#platform/db/db.js'
import type { Deps } from '#platform/deps.js'
import { insertFacts, insertImport, replaceFacts } from '../data/geography.store.js'
import { factsOf, type KeptFact } from '../data/imported.queries.js'
import { type Fact, type FactContents, type FactKind, factKey, factText } from '../domain/fact.js'

/** What a file says of places, and the file: its id in the register of whoever imports it. */
export type FactsRequest<K extends FactKind = FactKind> = {
  readonly importId: string
  readonly kind: K
  /** The file's name, as it is shown beside what it says. */
  readonly source: string
  readonly facts: readonly Fact<K>[]
}

/**
 * Takes in what a file says of places, in the importer's own transaction. Of the areas and editions that the file
 * speaks of it says all there is: what it changes or leaves out is marked as replaced, and stays.
 */
export async function recordFactsIn<K extends FactKind>(
  tx: Tx,
  deps: Pick<Deps, 'now'>,
  { importId, kind, source, facts }: FactsRequest<K>,
): Promise<KeyedChanges<KeptFact<K>, Fact<K>>> {
  const changes = await factChanges(tx, kind, facts)
  await insertImport(tx, { id: importId, kind, source, importedAt: deps.now().toISOString() })
  const replaced = [...changes.changed.map(({ before }) => before), ...changes.withdrawn]
  await replaceFacts(
    tx,
    replaced.map(({ id }) => id),
    importId,
  )
  await insertFacts(tx, { id: importId, kind }, [...changes.added, ...changes.changed.map(({ after }) => after)])
  return changes
}

/** What a file would change of what is known. */
export async function factChanges<K extends FactKind>(
  db: Tx | Parameters<typeof factsOf>[0],
  kind: K,
  facts: readonly Fact<K>[],
): Promise<KeyedChanges<KeptFact<K>, Fact<K>>> {
  const scopeOf = ({ code, edition }: Pick<Fact, 'code' | 'edition'>) => `${edition}|${code}`
  const spokenOf = new Set(facts.map(scopeOf))
  const standing = (await factsOf(db, kind)).filter((fact) => spokenOf.has(scopeOf(fact)))
  const content = (fact: { readonly content: FactContents[K] }) => factText(fact.content)
  return keyedChanges(standing, facts, { old: { key: factKey, content }, next: { key: factKey, content } })
}
