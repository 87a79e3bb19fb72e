type Page = { module: string; name: string; address: string; permission: string }

/** `monthly-summary` as a name in code: `monthlySummary`. */
export function camelCase(name: string): string {
  return name.replaceAll(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
}

/** `monthly-summary` as a heading: `Monthly summary`. */
function inWords(name: string): string {
  const words = name.replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** A page that shows its heading, ready for what it loads and shows. */
export function page({ name, address, permission }: Page): string {
  return `import { page } from '#platform/web/page.js'
import { Heading, Lede } from '#ui/components.js'

export const ${camelCase(name)}Page = page('${address}', {
  permission: '${permission}',
  load: async ({ deps }) => ({ on: deps.today() }),
  title: () => '${inWords(name)}',
  view: ({ on }) => (
    <>
      <Heading>${inWords(name)}</Heading>
      <Lede>As things stood on {on}.</Lede>
    </>
  ),
})
`
}

/** The page's tests: whom it opens for, and whom it refuses. */
export function pageTest({ name, address, permission }: Page): string {
  return `import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { load } from 'cheerio'
import { ROLES } from '#platform/module.js'
import { actorOf, testApp } from '#test/support/app.js'

describe('${inWords(name).toLowerCase()}', () => {
  it('opens for those who hold ${permission}, and for nobody else', async (t) => {
    const office = await testApp()
    t.after(office.close)
    for (const role of ROLES) {
      const actor = actorOf(role)
      const answer = await office.get('${address}', actor)
      assert.equal(answer.statusCode === 200, actor.permissions.has('${permission}'), role)
    }
  })

  it('says what it is', async (t) => {
    const office = await testApp()
    t.after(office.close)
    const answer = await office.get('${address}', actorOf('office'))
    assert.equal(load(answer.body)('h1').text(), '${inWords(name)}')
  })
})
`
}

/** One screen on the module: what it is for, its words, its rules, its tables, who uses it. */
export function readme(name: string): string {
  return `# ${inWords(name)}

What it is for, in one sentence.

- **Words**: the terms that it adds to docs/glossary.md.
- **Always true**: the rules that no action may break.
- **Tables**: \`${name.replaceAll('-', '_')}_…\`
- **Used by**: which modules, through index.ts.
`
}

/** Who may see and do what, by role. */
export function permissions(name: string): string {
  return `import type { RolePermissions } from '#platform/module.js'

/** Who may see what this module keeps. */
export const ${camelCase(name)}Permissions: RolePermissions = {
  '${name}:read': ['office'],
}
`
}

/** The module's front door, still closed. */
export function index(name: string): string {
  return `/** What other modules may use of ${inWords(name).toLowerCase()}. Everything else in this folder is private. */
export {}
`
}

/** The list that the application takes from the module. */
export function module(name: string): string {
  return `import type { Module } from '#platform/module.js'
import { ${camelCase(name)}Permissions } from './permissions.js'

export const ${camelCase(name)}Module: Module = {
  name: '${name}',
  routes: [],
  commands: [],
  permissions: ${camelCase(name)}Permissions,
}
`
}

/** One step of the register's history, still empty. */
export function migration(name: string, exported: string): string {
  return `import type { SchemaMigration } from '#platform/db/schema.js'

export const ${exported}: SchemaMigration = {
  name: '${name}',
  up: async (schema) => {
    await schema.run('select 1')
  },
}
`
}
