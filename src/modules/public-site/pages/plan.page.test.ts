import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { PLAN, publicSite, THEME } from '#test/support/public-site.js'

describe('the page of a plan', () => {
  const { see, look } = publicSite()

  it('shows its themes, its planning period with the law that sets it, and its versions', async () => {
    const { $, text } = await see(PLAN)
    assert.equal($('.theme-card a').attr('href'), THEME)
    assert.match(text, /1 September 2024 to 31 March 2029\. The plan follows the election of 2 May 2024/)
    assert.match(text, /Version 1 30 April 2025 First/)
  })

  it('is not there for an unknown plan', async () => {
    assert.equal((await look('/plans/unknown')).status, 404)
  })
})
