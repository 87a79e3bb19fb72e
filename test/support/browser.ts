import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type axe from 'axe-core'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import type { Holder } from '#platform/module.js'
import type { ExampleOffice } from './example-office.js'

const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--font-render-hinting=none']

/** Starts the machine's own Chromium. */
export function launchBrowser(): Promise<Browser> {
  const name = process.env.CHROMIUM ?? 'chromium'
  const { stdout } = spawnSync('sh', ['-c', 'command -v "$0"', name], { encoding: 'utf8' })
  if (!stdout) throw new Error(`${name} is not installed here (Debian package: chromium)`)
  return chromium.launch({ executablePath: stdout.trim(), args })
}

type Sight = { readonly width?: number; readonly height?: number; readonly withScript?: boolean }

/** A browser of someone of this role, signed in, at this width. */
export async function visitorOf(
  browser: Browser,
  office: ExampleOffice,
  role: Holder,
  { width = 1280, height = 900, withScript = true }: Sight = {},
): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: { width, height },
    javaScriptEnabled: withScript,
    locale: 'en-GB',
    reducedMotion: 'reduce',
  })
  const session = await office.sessionOf(role)
  if (session) await context.addCookies([{ name: 'session', value: session, url: office.url }])
  return context
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** What axe finds against WCAG 2.2 AA and good practice: one line for each rule and place. */
export async function axeFaults(page: Page): Promise<string[]> {
  await page.evaluate(axeSource)
  const { violations } = await page.evaluate(
    (tags) =>
      (window as unknown as { axe: typeof axe }).axe.run(document, { runOnly: tags, resultTypes: ['violations'] }),
    standards,
  )
  return violations.flatMap(({ id, help, nodes }) => nodes.map(({ target }) => `${id}: ${help}: ${target.join(' ')}`))
}

/** How many pixels the page is wider than the window. */
export function sidewaysScroll(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
}

/** Elements whose own words are cut off by their box. */
export function clippedText(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const hasOwnWords = (element: Element) =>
      [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim())
    const isCut = (element: HTMLElement) => {
      const { overflowX, overflowY, clip, clipPath, position } = getComputedStyle(element)
      const isHidden = position === 'absolute' && (clip !== 'auto' || clipPath !== 'none')
      const tooWide = overflowX !== 'visible' && overflowX !== 'auto' && element.scrollWidth > element.clientWidth + 1
      const tooHigh = overflowY !== 'visible' && overflowY !== 'auto' && element.scrollHeight > element.clientHeight + 1
      return !isHidden && (tooWide || tooHigh)
    }
    return [...document.querySelectorAll<HTMLElement>('body *')]
      .filter((element) => !(element instanceof HTMLInputElement) && hasOwnWords(element) && isCut(element))
      .map((element) => `${element.tagName.toLowerCase()}.${element.className}: ${element.textContent?.slice(0, 40)}`)
  })
}
