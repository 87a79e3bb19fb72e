import assert from 'node:assert/strict'
import { it } from 'node:test'
import { canonicalJson } from '#kernel/canonical-json.js'
import { actionInWords, detailInWords, subjectInWords } from './audit-words.js'

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
    'Organisation: none, now o1',
    'Role: panel, now office',
  ])
})

it('says days, lists and things as a person would, and tells ids apart by their ends', () => {
  const id = '01874658-abc8-7003-9826-a63286d632ba'
  const evidence = { title: 'Minutes of the Board', url: null }
  const detail = { actionId: id, completes: [], evidence, on: '2025-04-29', sha256: 'ab'.repeat(32) }
  assert.deepEqual(detailInWords(canonicalJson(detail)), [
    'Action: …d632ba',
    'Evidence: Minutes of the Board',
    'On: 29 April 2025',
    'Fingerprint: abababababab…',
  ])
  assert.equal(subjectInWords(`delivery.update:${id}`), 'update …d632ba')
  assert.equal(subjectInWords('plan.plan-node:n1'), 'plan node n1')
})

it('cuts long texts and copes with none', () => {
  assert.deepEqual(detailInWords(null), [])
  const [line = ''] = detailInWords(canonicalJson({ text: 'x'.repeat(5000) }))
  assert.ok(line.length < 200)
  assert.ok(line.endsWith('…'))
})
