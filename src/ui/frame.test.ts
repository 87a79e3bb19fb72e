import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { load } from 'cheerio'
import type { Frame } from '#platform/web/shell.js'
import { asset, assetFile } from './assets.js'
import { brandCss, brandFile, brandHref } from './brand.js'
import { renderFrame } from './frame.js'

const frame: Frame = {
  layout: 'public',
  title: 'Crime prevention',
  path: '/themes/crime-prevention',
  shell: {
    officeName: 'Police and Crime Commissioner for Somewhere',
    officeShortName: 'Somewhere',
    brandColour: '#12436d',
    publicNav: [
      { label: 'The plan', href: '/' },
      { label: 'Themes', href: '/themes', holds: ['/commitments'] },
    ],
    staffNav: [{ title: 'The plan', items: [{ label: 'Actions', href: '/staff/actions' }] }],
  },
  hasErrors: false,
}
const signedIn = { name: 'Policy officer', csrfToken: 'secret' }
const page = (over: Partial<Frame> = {}, body = '<h1>Crime prevention</h1>') =>
  load(renderFrame({ ...frame, ...over }, body))

describe('the frame round every page', () => {
  it('says whose page it is and which, in British English', () => {
    const $ = page()
    assert.equal($('title').text(), 'Crime prevention – Police and Crime Commissioner for Somewhere')
    assert.equal($('html').attr('lang'), 'en-GB')
    assert.equal($('main#main h1').text(), 'Crime prevention')
    assert.equal($('link[rel="alternate"]').attr('href'), '/feed.atom')
  })

  it('begins the title with "Error: " when an answer is wrong', () => {
    assert.match(page({ hasErrors: true })('title').text(), /^Error: Crime prevention/)
  })

  it('marks the part of the site that the page is in, and the page itself apart from it', () => {
    assert.equal(page()('.masthead nav [aria-current]').attr('aria-current'), 'true')
    assert.equal(page({ path: '/themes' })('.masthead nav [aria-current]').attr('aria-current'), 'page')
    assert.equal(page({ path: '/themes-of-old' })('.masthead nav [aria-current]').length, 0)
  })

  it('marks the part that a page belongs to under an address of its own', () => {
    for (const path of ['/commitments', '/commitments/7'])
      assert.equal(page({ path })('.masthead nav [aria-current="true"]').text(), 'Themes', path)
  })

  it('lets somebody who is signed in sign out, by a form with their token', () => {
    const $ = page({ layout: 'staff', signedIn })
    assert.equal($('form[action="/sign-out"]').attr('method'), 'post')
    assert.equal($('form[action="/sign-out"] [name="_csrf"]').attr('value'), 'secret')
    assert.equal(page({ layout: 'staff' })('form[action="/sign-out"]').length, 0)
  })

  it('has nothing that a strict content security policy forbids', () => {
    for (const layout of ['public', 'staff', 'bare'] as const) {
      const $ = page({ layout, signedIn })
      assert.equal($('[style], style, script:not([src])').length, 0)
      assert.equal(
        $('*').filter((_, element) => Object.keys($(element).attr() ?? {}).some((name) => name.startsWith('on')))
          .length,
        0,
      )
    }
  })

  it('writes what people typed as words, never as markup', () => {
    const html = renderFrame({ ...frame, title: '<script>', flash: '<b>', madeBy: '--><script>' }, '')
    assert.ok(!html.includes('<script>') && !html.includes('<b>'))
  })

  it('brings the styles of forms only where there is a form', () => {
    const has = (body: string) => page({}, body)(`link[href="${asset('forms.css')}"]`).length
    assert.equal(has('<p>Words</p>'), 0)
    assert.equal(has('<button class="govuk-button">Go</button>'), 1)
  })
})

describe('the files of the pages', () => {
  it('are there for every address that a page names', () => {
    const $ = page({ layout: 'staff', signedIn })
    const addresses = $('link[href^="/assets/"], script[src]')
      .toArray()
      .map((element) => ($(element).attr('href') ?? $(element).attr('src') ?? '').replace('/assets/', ''))
    assert.ok(addresses.length >= 6)
    for (const file of addresses) assert.ok(assetFile(file) ?? brandFile(file), file)
  })

  it('do not carry what belongs to GOV.UK alone', () => {
    for (const sheet of ['site.css', 'forms.css', 'staff.css']) {
      const css = assetFile(asset(sheet).replace('/assets/', ''))?.bytes.toString() ?? ''
      assert.ok(css.length > 500)
      assert.doesNotMatch(css, /GDS Transport|crest|crown/i)
    }
  })

  it('name only fonts that are there', () => {
    const css = assetFile(asset('site.css').replace('/assets/', ''))?.bytes.toString() ?? ''
    const fonts = [...css.matchAll(/url\(\/assets\/([^)]+)\)/g)].map((match) => match[1] ?? '')
    assert.equal(fonts.length, 4)
    for (const font of fonts) assert.equal(assetFile(font)?.type, 'font/woff2')
  })

  it('give each office its colour, and nothing for what is not a colour', () => {
    assert.equal(brandHref('#AB00cd'), '/assets/brand-ab00cd.css')
    assert.equal(brandFile('brand-ab00cd.css')?.bytes.toString(), brandCss('#ab00cd'))
    assert.equal(brandFile('brand-red;}.css'), undefined)
    assert.equal(brandHref('red'), '/assets/brand-12436d.css')
  })
})
