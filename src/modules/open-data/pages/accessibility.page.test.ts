import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { publicSite } from '#test/support/public-site.js'

describe('the accessibility statement', () => {
  const { see } = publicSite()

  it('names the office, the regulations, what is not accessible, and whom to complain to', async () => {
    const { text } = await see('/accessibility')
    assert.match(text, /The Office of the Police and Crime Commissioner means this site to meet level AA/)
    assert.match(text, /Accessibility Regulations 2018/)
    assert.match(text, /What is not accessible yet/)
    assert.match(text, /Equality and Human Rights Commission/)
  })
})

describe('the accessibility statement of a register with no body', () => {
  const { see } = publicSite({ isEmpty: true })

  it('stands all the same, as the law asks of every site', async () => {
    assert.match((await see('/accessibility')).text, /The office means this site to meet level AA/)
  })
})
