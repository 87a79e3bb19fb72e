import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { OwnPage } from './check-mutation.js'
import { outputOf, runCommand, startFrankpledge } from './servers.js'

const MOST = 150

/** The public pages of the example office, as its own server gives them, and each of its reports as HTML, PDF and Word. */
export async function ownPages(): Promise<OwnPage[]> {
  const folder = mkdtempSync(join(tmpdir(), 'frankpledge-check-'))
  await runCommand(folder, ['example', 'create'])
  const server = await startFrankpledge(folder)
  try {
    return [...(await pagesFrom(server.url)), ...(await papersFrom(folder))]
  } finally {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function papersFrom(folder: string): Promise<OwnPage[]> {
  const out = join(folder, 'papers')
  const reports = JSON.parse(outputOf(folder, ['report', 'list', '--json'])) as { slug: string }[]
  for (const { slug } of reports) await runCommand(folder, ['report', 'build', slug, '--out', out])
  return readdirSync(out).map((name) => ({ name, bytes: readFileSync(join(out, name)) }))
}

/** Follows links from the first page, reports first, to at most 150 pages. */
async function pagesFrom(origin: string): Promise<OwnPage[]> {
  const seen = new Set(['/', '/reports', '/measures', '/plans', '/delivery'])
  const queue = [...seen]
  const pages: OwnPage[] = []
  for (let address = queue.shift(); address !== undefined && pages.length < MOST; address = queue.shift()) {
    const html = await pageAt(origin + address)
    if (html === undefined) continue
    pages.push({ name: `${address.slice(1).replaceAll('/', '-') || 'home'}.html`, bytes: Buffer.from(html) })
    const fresh = linksIn(html).filter((link) => !seen.has(link))
    for (const link of fresh) seen.add(link)
    queue.unshift(...fresh.filter((link) => link.includes('report')))
    queue.push(...fresh.filter((link) => !link.includes('report')))
  }
  return pages
}

async function pageAt(address: string): Promise<string | undefined> {
  const answer = await fetch(address)
  return answer.ok && answer.headers.get('content-type')?.includes('text/html') ? answer.text() : undefined
}

function linksIn(html: string): string[] {
  const links = [...html.matchAll(/href="(\/[^"#?]*)"/g)].map((match) => match[1] ?? '')
  return [...new Set(links)].filter((link) => !/^\/(?:static|assets|sign-in|staff)\b|\.\w+$/.test(link))
}
