import { pastImports, revisionBy, setAsideBy } from '#modules/police-data/index.js'
import { systemActor } from '#platform/actor.js'
import { toCsv } from '#platform/csv.js'
import type { Deps } from '#platform/deps.js'
import { found } from '#platform/errors.js'
import { CSV, file } from '#platform/web/file.js'
import type { Route } from '#platform/web/route.js'

async function importNumbered({ db }: Deps, text: string): Promise<number> {
  return found((await pastImports(db)).find(({ number }) => String(number) === text)).number
}

const changes = file('/staff/police-data/imports/:number/changes.csv', {
  permission: 'police-data:read',
  respond: async ({ deps, params }) => {
    const number = await importNumbered(deps, params.number)
    // Whoever gets here holds the permission: the address asks for it.
    const revision = deps.lake.isThere() ? await revisionBy(deps, systemActor('Download'), number) : undefined
    const rows = (revision?.changes ?? []).map(({ force, month, type, crimeId, kind, before, after, crimes }) => [
      ...[force, month, type, crimeId, kind, before, after, crimes],
    ])
    const head = ['force', 'month', 'type', 'crime_id', 'kind', 'before', 'after', 'crimes']
    return { type: CSV, body: toCsv(head, rows), fileName: `import-${number}-changes.csv` }
  },
})

const setAside = file('/staff/police-data/imports/:number/set-aside.csv', {
  permission: 'police-data:read',
  respond: async ({ deps, params }) => {
    const number = await importNumbered(deps, params.number)
    const rows = (await setAsideBy(deps.db, number)).map(({ file: name, line, reason, content }) => [
      ...[name, line, reason, content],
    ])
    const body = toCsv(['file', 'line', 'reason', 'content'], rows)
    return { type: CSV, body, fileName: `import-${number}-set-aside.csv` }
  },
})

/** What each import changed and what it set aside, row by row. */
export const importFiles: readonly Route[] = [changes, setAside]
