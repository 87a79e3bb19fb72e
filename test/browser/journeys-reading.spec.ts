import assert from 'node:assert/strict'
import { describeJourneys } from '#test/support/journey.js'
import type { KeyboardUser } from '#test/support/keyboard.js'

/** From the plan on a page to a measure of one of its themes, to its figures and their source. */
async function readToTheSource(resident: KeyboardUser): Promise<void> {
  await resident.open('/')
  assert.match(await resident.words(), /Five themes and 39 commitments: .* on course/)
  await resident.press('Crime prevention')
  assert.match(await resident.words(), /What we promised .* What has been done .* How it is going/)
  await resident.tabTo('Protect homes after a burglary')
  await resident.press('All actions and their evidence')
  assert.match(await resident.words(), /Repeat burglary visits within 48 hours On course.* Evidence: /)
  await resident.press('Crime prevention')
  await resident.press('All measures of this theme')
  await resident.press('Burglary')
  assert.equal(resident.address, '/measures/burglary')
  const words = await resident.words()
  assert.match(words, /230 burglaries were recorded in March 2025 \(provisional\)/)
  assert.match(words, /Latest months .* Mar 2025 230/)
  assert.match(words, /Where this comes from .* Source data\.police\.uk, street-level files/)
  await resident.tabTo('data.police.uk, street-level files')
}

describeJourneys('a resident', (journey) => {
  journey('reads the plan, follows a theme to a measure, to its figures and source', async ({ visitor }) => {
    await readToTheSource(await visitor('public'))
  })

  journey(
    'reads the same on a telephone',
    async ({ visitor }) => {
      await readToTheSource(await visitor('public'))
    },
    { width: 320 },
  )

  journey('searches, finds, and is told when there is nothing', async ({ visitor }) => {
    const resident = await visitor('public')
    await resident.open('/')
    await resident.press('Search')
    await resident.write('Words to look for', 'unicorns')
    await resident.enter()
    assert.match(await resident.words(), /Nothing that is published holds “unicorns”/)
    await resident.write('Words to look for', 'repeat burglary visits')
    await resident.enter()
    assert.match(resident.address, /^\/search\?q=repeat\+burglary\+visits$/)
    await resident.press('Repeat burglary visits within 48 hours')
    assert.match(resident.address, /\/themes\/crime-prevention\/actions#repeat-burglary-visits-within-48-hours$/)
  })

  journey('reads a measure as it was known on an earlier day, and comes back', async ({ visitor }) => {
    const resident = await visitor('public')
    await resident.open('/measures/answered-101')
    const now = await resident.words()
    await resident.write(/^Show this page as known on/, '30 February 2018')
    await resident.enter()
    assert.match(await resident.words(), /That day cannot be shown .*30 February 2018.* is no day of the calendar/)
    await resident.write(/^Show this page as known on/, '31/3/2018')
    await resident.enter()
    const words = await resident.words()
    assert.match(words, /This page shows what was known on 31 March 2018/)
    assert.match(words, /September 2017/)
    assert.doesNotMatch(words, /year to March 2018/)
    await resident.press('See what is known now')
    assert.equal(await resident.words(), now)
  })

  journey('jumps over the header to what the page says', async ({ visitor }) => {
    const resident = await visitor('public')
    await resident.open('/')
    await resident.tabTo('Skip to main content', { within: 1 })
    await resident.page.keyboard.press('Enter')
    assert.equal(await resident.focusedId(), 'main')
    await resident.tabTo('The plan as one printed page', { within: 1 })
  })
})

/** Each page of a PDF, in millimetres. */
function sheetsOf(pdf: Buffer): { width: number; height: number }[] {
  const boxes = pdf.toString('latin1').matchAll(/\/Type \/Page\b(?!s).*?\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/gs)
  const millimetres = (points = '') => Math.round((Number(points) / 72) * 25.4)
  return [...boxes].map(([, width, height]) => ({ width: millimetres(width), height: millimetres(height) }))
}

describeJourneys('a plan on a page', (journey) => {
  journey('prints on exactly one sheet of A4, landscape, for each plan', async ({ visitor }) => {
    const resident = await visitor('public')
    for (const plan of ['police-and-crime-plan-2021-to-2025', 'police-and-crime-plan-2017-to-2020']) {
      await resident.open(`/plans/${plan}`)
      await resident.press('The plan as one printed page')
      assert.equal(resident.address, `/plans/${plan}/one-page`)
      const pdf = await resident.page.pdf({ preferCSSPageSize: true })
      assert.deepEqual(sheetsOf(pdf), [{ width: 297, height: 210 }], plan)
    }
  })
})
