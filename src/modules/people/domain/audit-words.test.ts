import assert from 'node:assert/strict'
import { it } from 'node:test'
import { canonicalJson } from '#kernel/canonical-json.js'
import { actionInWords, detailInWords } from './audit-words.js'

it('says what was done', () => {
  assert.equal(actionInWords('plan.publish-version'), 'Publish version')
})

it('says the facts that there are, and not those that there are not', () => {
  const detail = { id: '0193-a', name: 'Embrace', until: null, notice: '', sessions: 0 }
  assert.deepEqual(detailInWords(canonicalJson(detail)), ['Name: Embrace', 'Sessions: 0'])
})

it('says what differs between before and after, and nothing that stayed', () => {
  const before = { name: 'Policy officer', role: 'panel', isActive: true, organisationId: null }
  const after = { ...before, role: 'office', isActive: false, organisationId: 'o1' }
  assert.deepEqual(detailInWords(canonicalJson({ before, after, note: 'Asked by letter' })), [
    'Note: Asked by letter',
    'Is active: yes, now no',
    'Organisation id: none, now o1',
    'Role: panel, now office',
  ])
})

it('cuts long texts and copes with none', () => {
  assert.deepEqual(detailInWords(null), [])
  const [line = ''] = detailInWords(canonicalJson({ text: 'x'.repeat(5000) }))
  assert.ok(line.length < 200)
  assert.ok(line.endsWith('…'))
})
