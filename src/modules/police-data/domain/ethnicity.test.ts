import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { ethnicGroupOf, type RecordedGroup } from './ethnicity.js'

const all = (group: RecordedGroup, texts: readonly string[]) => {
  for (const text of texts) assert.equal(ethnicGroupOf(text), group, text)
}

describe('the five groups of ethnicity', () => {
  it('take in the list of 18+1 by its wording', () => {
    all('White', [
      'White - English/Welsh/Scottish/Northern Irish/British',
      'White - Irish',
      'White - Gypsy or Irish Traveller',
      'White - Any other White background',
    ])
    all('Mixed', [
      'Mixed/Multiple ethnic groups - White and Black Caribbean',
      'Mixed/Multiple ethnic groups - White and Asian',
      'Mixed/Multiple ethnic groups - Any other Mixed/Multiple ethnic background',
    ])
    all('Asian', [
      'Asian/Asian British - Indian',
      'Asian/Asian British - Chinese',
      'Asian/Asian British - Any other Asian background',
    ])
    all('Black', [
      'Black/African/Caribbean/Black British - African',
      'Black/African/Caribbean/Black British - Any other Black/African/Caribbean background',
    ])
    all('Other', ['Other ethnic group - Arab', 'Other ethnic group - Any other ethnic group'])
    all('Not stated', ['Other ethnic group - Not stated'])
  })

  it('take in the list of 16+1 with its codes', () => {
    all('White', [
      'White - White British (W1)',
      'White - White Irish (W2)',
      'White - Any other White ethnic background (W9)',
    ])
    all('Mixed', ['Mixed - White and Black Caribbean (M1)', 'Mixed - Any other Mixed ethnic background (M9)'])
    all('Asian', [
      'Asian or Asian British - Pakistani (A2)',
      'Asian or Asian British - Any other Asian ethnic background (A9)',
    ])
    all('Black', ['Black or Black British - African (B2)', 'Black or Black British - Caribbean (B1)'])
    all('Other', [
      'Chinese or other ethnic group - Any other ethnic group (O9)',
      'Other ethnic group - Any other ethnic group',
    ])
    all('Not stated', ['Not Stated (NS)', 'Not stated', 'NS'])
  })

  it('count Chinese with Asian in both lists, as the censuses since 2011 do', () => {
    all('Asian', ['Chinese or other ethnic group - Chinese (O1)', 'Chinese'])
  })

  it('take in codes alone and what an officer writes', () => {
    all('White', ['W1', 'w9', 'IC1', 'IC2', 'White'])
    all('Black', ['B1', 'IC3', 'Black'])
    all('Asian', ['A4', 'IC4', 'IC5', 'Asian'])
    all('Other', ['Other', 'IC6'])
    all('Mixed', ['Mixed', 'M3', 'White and Asian'])
  })

  it('are unknown, not Other, where nothing can be told', () => {
    all(null, ['', '  ', 'Unknown', 'N1', 'IC9', 'Not known', 'zebra'])
    assert.equal(ethnicGroupOf(null), null)
  })
})
