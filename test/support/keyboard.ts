import assert from 'node:assert/strict'
import type { CDPSession, Page } from 'playwright-core'

/** What has the focus, as a screen reader would say it. */
type Focus = { readonly id: number; readonly role: string; readonly name: string; readonly group: string }

/** The group is the legend round a date or radios; `within` is the most times that Tab may be pressed. */
type Wanted = { readonly role?: string; readonly group?: string; readonly within?: number }
/** The whole name, or a pattern for a part of it. */
type Name = string | RegExp

const MOST_TABS = 700
const MOST_TOLD = 60

/** Someone at a page with a keyboard and no mouse. Whatever Tab does not reach, or shows no focus, is a failure. */
export class KeyboardUser {
  readonly page: Page
  readonly #site: string
  readonly #inspector: CDPSession
  /** The status of the page as it was last answered. */
  status = 0

  constructor(page: Page, site: string, inspector: CDPSession) {
    this.page = page
    this.#site = site
    this.#inspector = inspector
    page.on('response', (response) => {
      if (response.request().isNavigationRequest()) this.status = response.status()
    })
  }

  static async at(page: Page, site: string): Promise<KeyboardUser> {
    return new KeyboardUser(page, site, await page.context().newCDPSession(page))
  }

  /** Types an address into the address bar. */
  async open(address: string): Promise<void> {
    await this.page.goto(this.#site + address)
  }

  /** Where the page is, without the site. */
  get address(): string {
    return this.page.url().replace(this.#site, '')
  }

  /** All that can be read in the page's main part, with single spaces. */
  async words(): Promise<string> {
    return (await this.page.locator('main').allInnerTexts()).join(' ').replaceAll(/\s+/g, ' ')
  }

  /** Presses Tab until this has the focus, and sees that it has. */
  async tabTo(name: Name, wanted: Wanted = {}): Promise<void> {
    const passed = new Map<number, string>()
    for (let tabs = 0; tabs < (wanted.within ?? MOST_TABS); tabs += 1) {
      await this.page.keyboard.press('Tab')
      const focus = await this.#focus(wanted)
      if (focus && fits(focus, name, wanted)) return this.#seeFocus(focus)
      if (focus && passed.has(focus.id)) break
      if (focus) passed.set(focus.id, `${focus.role} “${focus.name}”`)
    }
    const some = [...passed.values()].slice(0, MOST_TOLD).join(', ')
    assert.fail(`Tab does not lead to ${name} on ${this.address}. It leads to ${passed.size} places: ${some}…`)
  }

  /** Follows a link or presses a button, and waits for the page that it leads to. */
  async press(name: Name, { role = 'button or link' }: Wanted = {}): Promise<void> {
    await this.tabTo(name, { role })
    await this.enter()
  }

  /** Presses Enter where the focus is, and waits for the page that it leads to. */
  async enter(): Promise<void> {
    const loaded = this.page.waitForEvent('load')
    await this.page.keyboard.press('Enter')
    await loaded
  }

  /** Writes in a field, instead of what stood there. */
  async write(label: Name, text: string, group?: string): Promise<void> {
    await this.tabTo(label, { role: 'textbox or searchbox', ...(group && { group }) })
    await this.page.keyboard.press('Control+A')
    await this.page.keyboard.press('Delete')
    await this.page.keyboard.insertText(text)
  }

  /** Writes a date, "30 4 2025", in its three boxes. */
  async writeDate(legend: string, date: string): Promise<void> {
    const [day = '', month = '', year = ''] = date.split(' ')
    await this.write('Day', day, legend)
    await this.write('Month', month, legend)
    await this.write('Year', year, legend)
  }

  /** Ticks a box, or takes the tick away. */
  async tick(name: Name, wanted: boolean): Promise<void> {
    await this.tabTo(name, { role: 'checkbox' })
    const box = this.page.locator(':focus')
    if ((await box.isChecked()) !== wanted) await this.page.keyboard.press('Space')
    assert.equal(await box.isChecked(), wanted)
  }

  /** Chooses one of the radios under this legend, with the arrow keys. */
  async choose(legend: string, option: Name): Promise<void> {
    await this.tabTo(/./, { role: 'radio', group: legend })
    for (let steps = 0; steps < 30; steps += 1) {
      const focus = await this.#focus({ group: legend })
      if (focus && fits(focus, option, { role: 'radio', group: legend })) {
        await this.page.keyboard.press('Space')
        return assert.ok(await this.page.locator(':focus').isChecked())
      }
      await this.page.keyboard.press('ArrowDown')
    }
    assert.fail(`The arrow keys do not lead to ${option} under “${legend}”`)
  }

  /** Chooses from a list, with the arrow keys. */
  async select(label: Name, option: Name): Promise<void> {
    await this.tabTo(label, { role: 'combobox' })
    await this.page.keyboard.press('Home')
    const chosen = () =>
      this.page.locator(':focus').evaluate((list: HTMLSelectElement) => list.selectedOptions[0]?.text)
    for (let before: string | undefined; before !== (await chosen()); ) {
      before = await chosen()
      if (isCalled(before ?? '', option)) return
      await this.page.keyboard.press('ArrowDown')
    }
    assert.fail(`The list ${label} offers no ${option}`)
  }

  /** The id of what has the focus. */
  async focusedId(): Promise<string> {
    return this.page.evaluate(() => document.activeElement?.id ?? '')
  }

  async #focus({ group }: Wanted): Promise<Focus | undefined> {
    const { result } = await this.#inspector.send('Runtime.evaluate', { expression: 'document.activeElement' })
    const { objectId } = result
    if (!objectId || result.className === 'HTMLBodyElement') return undefined
    const { nodes } = await this.#inspector.send('Accessibility.getPartialAXTree', { objectId, fetchRelatives: false })
    const [node] = nodes
    return {
      id: node?.backendDOMNodeId ?? 0,
      role: String(node?.role?.value ?? ''),
      name: String(node?.name?.value ?? '').trim(),
      group: group === undefined ? '' : await this.page.locator(':focus').evaluate(legendRound),
    }
  }

  async #seeFocus({ name }: Focus): Promise<void> {
    const { isVisible, isMarked } = await this.page.locator(':focus').evaluate(lookAtFocus)
    assert.ok(isVisible, `“${name}” has the focus on ${this.address}, but cannot be seen`)
    assert.ok(isMarked, `“${name}” has the focus on ${this.address}, but nothing marks it`)
  }
}

function legendRound(element: Element): string {
  return element.closest('fieldset')?.querySelector('legend')?.textContent?.trim() ?? ''
}

function fits(focus: Focus, name: Name, { role, group }: Wanted): boolean {
  if (group !== undefined && focus.group !== group) return false
  if (role !== undefined && !role.split(' or ').includes(focus.role)) return false
  return isCalled(focus.name, name)
}

function isCalled(text: string, name: Name): boolean {
  return typeof name === 'string' ? text.trim() === name : name.test(text)
}

/** Whether the focused element is in the window, and looks other than without the focus. Runs in the page. */
function lookAtFocus(element: HTMLElement | SVGElement): { isVisible: boolean; isMarked: boolean } {
  const label = element instanceof HTMLInputElement ? element.labels?.[0] : undefined
  const look = () =>
    [getComputedStyle(element), ...(label ? [getComputedStyle(label, '::before'), getComputedStyle(label)] : [])]
      .map(({ outline, boxShadow, backgroundColor }) => `${outline} ${boxShadow} ${backgroundColor}`)
      .join()
  const focused = look()
  const seen = [element, ...(label ? [label] : [])].map((each) => each.getBoundingClientRect())
  element.blur()
  const plain = look()
  element.focus({ preventScroll: true })
  return {
    isVisible: seen.some(
      ({ width, height, top, bottom }) => width > 1 && height > 1 && bottom > 0 && top < innerHeight,
    ),
    isMarked: focused !== plain,
  }
}
