import assert from 'node:assert/strict'
import { it } from 'node:test'
import { load } from 'cheerio'
import { actorOf, testApp } from '#test/support/app.js'
import { aFramework } from '#test/support/frameworks.js'
import { frameworkNamed } from '../actions/labels-of.js'

const path = '/staff/frameworks/national/edit'
const answers = { kind: 'other', name: 'Six measures', source: 'Home Office, 2021', sourceUrl: '', version: '1' }

it('shows what stands, saves what is changed, and keeps its measures and address', async (t) => {
  const app = await testApp()
  t.after(app.close)
  await aFramework(app.deps, ['Burglary'])
  const $ = load((await app.get(path, actorOf('office'))).body)
  assert.equal($('#name').attr('value'), 'National measures')
  assert.equal((await app.post(path, answers, actorOf('office'))).headers.location, '/staff/frameworks/national')
  const saved = await frameworkNamed(app.deps.db, 'national')
  assert.deepEqual([saved?.framework.name, saved?.framework.version, saved?.measures.length], ['Six measures', 2, 1])
})

it('is refused to whoever saves second, and to others than the office', async (t) => {
  const app = await testApp()
  t.after(app.close)
  await aFramework(app.deps)
  await app.post(path, answers, actorOf('office'))
  const late = await app.post(path, { ...answers, name: 'Mine' }, actorOf('office'))
  assert.equal(late.statusCode, 409)
  assert.equal(load(late.body)('#name').attr('value'), 'Mine')
  assert.equal((await app.get(path, actorOf('force'))).statusCode, 403)
})
