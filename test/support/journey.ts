import { after, before, describe, it } from 'node:test'
import type { Browser } from 'playwright-core'
import type { Holder } from '#platform/module.js'
import { launchBrowser, visitorOf } from './browser.js'
import { type ExampleOffice, openExampleOffice } from './example-office.js'
import { KeyboardUser } from './keyboard.js'

/** Where a journey happens: a fresh example office, and whoever comes to it. */
export type Setting = {
  readonly office: ExampleOffice
  /** Someone of this role, signed in, in a browser of their own. */
  readonly visitor: (role: Holder) => Promise<KeyboardUser>
}

type Walk = (setting: Setting) => Promise<void>
type Sight = { readonly width?: number }

/** Declares one journey: it is walked with JavaScript and without, each time in a fresh copy of the example office. */
export type Journey = (name: string, walk: Walk, sight?: Sight) => void

/** Journeys by keyboard alone, in the machine's own browser. */
export function describeJourneys(name: string, tests: (journey: Journey) => void): void {
  describe(name, () => {
    let browser: Browser
    before(async () => {
      browser = await launchBrowser()
    })
    after(() => browser.close())
    tests((title, walk, sight = {}) => {
      for (const withScript of [true, false]) {
        it(`${title}, ${withScript ? 'with' : 'without'} JavaScript`, () =>
          inFreshOffice(browser, walk, { ...sight, withScript }))
      }
    })
  })
}

async function inFreshOffice(
  browser: Browser,
  walk: Walk,
  sight: Sight & { readonly withScript: boolean },
): Promise<void> {
  const office = await openExampleOffice()
  const open: { close: () => Promise<void> }[] = []
  const visitor = async (role: Holder) => {
    const context = await visitorOf(browser, office, role, sight)
    open.push(context)
    return KeyboardUser.at(await context.newPage(), office.url)
  }
  try {
    await walk({ office, visitor })
  } finally {
    for (const context of open) await context.close()
    await office.close()
  }
}
