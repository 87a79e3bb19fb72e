import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { published } from '#test/support/corrections.js'
import { publicSite } from '#test/support/public-site.js'

describe('one number of a published report', () => {
  const { see, look, there } = publicSite()

  it('stays as it was sent and leads to the number that replaces it', async () => {
    const { deps, office } = there()
    const { id, slug } = office.report
    const one = await see(`/reports/${slug}/numbers/1`)
    assert.doesNotMatch(one.text, /replaces/)
    await published(deps, id)
    const old = await see(`/reports/${slug}/numbers/1`)
    assert.match(old.text, /A later number replaces this one/)
    assert.equal(old.$(`a[href="/reports/${slug}"]`).length, 2)
    const newest = await see(`/reports/${slug}`)
    assert.equal(newest.$(`a[href="/reports/${slug}/numbers/1"]`).length, 1)
    for (const wrong of ['0', '3', '01', 'x'])
      assert.equal((await look(`/reports/${slug}/numbers/${wrong}`)).status, 404)
  })
})
