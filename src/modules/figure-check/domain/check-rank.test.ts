import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { plainDocument } from '#modules/passages/index.js'
import type { Check } from './check.js'
import { checkDocument } from './check-document.js'
import { checkRank } from './check-rank.js'
import { checkRun } from './check-run.js'
import { checkTableFacts } from './check-table-facts.js'

const checkWhole: Check = (document) => [...checkDocument(document).findings]
const context = { others: [], register: [] }
const verdictsOf = (check: Check, text: string) =>
  check(plainDocument('paper.txt', text), context).map((finding) => finding.verdict)

/** Two tables such as a panel paper prints, with a blank line above and below. */
const tables = `Recorded offences by type

Offence                     2018/19    2019/20    2020/21    2021/22
Burglary                      2,410      2,214      1,884      1,902
Vehicle crime                 3,120      3,245      2,760      2,655
Criminal damage               4,015      4,102      3,650      3,980
Shoplifting                   1,870      1,690      1,120      1,455
Total                        11,415     11,251      9,414      9,992

Referrals to the service by district

District                   Referrals
Aldermoor                        412
Brackley Vale                    388
Coldstow                         590
Denholm                          145
Total                          1,535

`
const withTables = (check: Check, sentence: string) => verdictsOf(check, `${tables}${sentence}\n`)

const silentOrRight = (check: Check, sentences: string[]) => {
  for (const sentence of sentences) {
    const found = withTables(check, sentence).filter((verdict) => verdict !== 'holds')
    assert.deepEqual(found, [], sentence)
  }
}

describe('claims of rank', () => {
  it('finds a highest or lowest that is none among the figures of its sentence', () => {
    for (const sentence of [
      'The most common reason was theft (412), followed by assault (388) and fraud (401).',
      'The largest group was victims of burglary at 31%, followed by victims of fraud at 38%.',
      'The smallest grant was £1,200, followed by £1,150 for the boxing club.',
      'Monthly calls ranged from a low of 4,310 to a high of 4,130.',
      'Demand peaked in July at 4,210 calls, against 4,380 in August and 3,900 in June.',
      'The quietest month was February (1,204), with 1,180 in March.',
    ]) {
      assert.ok(verdictsOf(checkRank, sentence).includes('warning'), sentence)
    }
  })
  it('says that a place beyond the last cannot be', () => {
    assert.deepEqual(verdictsOf(checkRank, 'The force ranked ninth of eight similar forces.'), ['error'])
    assert.deepEqual(verdictsOf(checkRank, 'We were placed 44th out of the 43 forces.'), ['error'])
  })
  it('accepts sentences whose order is right or that rank something else', () => {
    for (const sentence of [
      'The most common reason was theft (412), followed by assault (388) and fraud (188).',
      'The lowest score was 3.1, followed by 3.4 for visibility.',
      'Calls ranged from a low of 4,130 in May to a high of 4,310 in June.',
      'Demand peaked in July 2021 at 4,210 calls, down from 4,380 in July 2020.',
      'The force ranked third of eight similar forces.',
      'The largest increase was in fraud (12%), followed by a warning to 400 residents.',
      'The highest risk cases (88) were reviewed first, with 140 in the next month.',
      'He was placed second in the county and 43 others took part.',
      'Of the 43 forces, ours had one of the lowest rates at 61.2 in 2021.',
      'The most serious of the 12 complaints was followed by 14 letters.',
      'Calls peaked at 900 in August, and 12 officers were moved in July.',
    ]) {
      const found = verdictsOf(checkRank, sentence).filter((verdict) => verdict !== 'holds')
      assert.deepEqual(found, [], sentence)
    }
  })
  it('holds a rank against the table that it speaks of', () => {
    for (const sentence of [
      'Denholm had the highest number of referrals.',
      'Aldermoor made the fewest referrals (412).',
      'Burglary was at its highest in 2020/21, with 1,884.',
      'Coldstow ranked second of four for referrals.',
      'Aldermoor had the third highest number of referrals.',
    ]) {
      assert.deepEqual(withTables(checkRank, sentence), ['warning'], sentence)
    }
    for (const sentence of [
      'Coldstow had the highest number of referrals.',
      'Denholm made the fewest referrals (145).',
      'Burglary was at its lowest in 2020/21, with 1,884.',
      'Brackley Vale ranked third of four for referrals.',
    ]) {
      assert.deepEqual(withTables(checkRank, sentence), ['holds'], sentence)
    }
  })
  it('keeps quiet where the words are not about the table', () => {
    silentOrRight(checkRank, [
      'Denholm had the largest turnout at the public meeting.',
      'Denholm had the largest fall in referrals.',
      'Denholm was among the highest for referrals per head.',
      'Denholm had one of the highest numbers of referrals.',
      'The highest number of referrals in Denholm came in May.',
      'Burglary had the highest charge rate in 2020/21.',
      'Residential burglary was at its highest in 2020/21.',
    ])
  })
})

describe('claims of a run', () => {
  it('finds a run that its own figures break', () => {
    for (const sentence of [
      'Complaints fell for the third year running: 412, 398, 401 and 380.',
      'The vacancy rate has fallen every year, from 9.1% in 2018/19 to 8.4% in 2019/20, 8.8% in 2020/21 and 7.0% in 2021/22.',
      'For the third consecutive quarter stop searches rose, from 1,204 to 1,310, 1,290 and 1,402.',
    ]) {
      assert.deepEqual(verdictsOf(checkRun, sentence), ['warning'], sentence)
    }
    for (const sentence of [
      'Complaints fell for the third year running: 412, 408, 401 and 380.',
      'The vacancy rate has fallen every year, from 9.1% in 2018/19 to 8.4% in 2019/20, 7.8% in 2020/21 and 7.0% in 2021/22.',
    ]) {
      assert.deepEqual(verdictsOf(checkRun, sentence), ['holds'], sentence)
    }
  })
  it('holds a run against the row of the table that it names', () => {
    for (const sentence of [
      'Burglary fell for the third consecutive year.',
      'Shoplifting has fallen every year since 2018/19.',
      'Criminal damage rose for the second year running.',
    ]) {
      assert.deepEqual(withTables(checkRun, sentence), ['warning'], sentence)
    }
    for (const sentence of [
      'Vehicle crime fell for the second year running.',
      'Burglary fell for the second year in a row in 2020/21.',
    ]) {
      assert.deepEqual(withTables(checkRun, sentence), ['holds'], sentence)
    }
  })
  it('keeps quiet about runs of other things', () => {
    silentOrRight(checkRun, [
      'Burglary and shoplifting fell for the third consecutive year.',
      'Arrests of suspects for burglary fell for the third consecutive year.',
      'The charge rate for burglary fell for the third consecutive year.',
      'The audit was clean for the fourth year running.',
      'Residential burglary fell for the third consecutive year.',
      'The force met its target for the third year running, with 12, 15 and 11 visits.',
      'The precept rose for the third year running while burglary fell.',
    ])
  })
})

describe('rates', () => {
  it('finds a rate that does not follow from its count and its base', () => {
    for (const sentence of [
      'There were 1,240 offences in a population of 310,000, or 5.0 per 1,000 people.',
      'With 84,200 residents and 421 collisions, that is a rate of 60 per 10,000 residents.',
      'The 1,905 officers dealt with 24,765 crimes, or 31 crimes per officer.',
      'The levy raises £4.2m from 120,000 households, equivalent to £53 per household.',
    ]) {
      assert.deepEqual(verdictsOf(checkWhole, sentence), ['warning'], sentence)
    }
  })
  it('accepts rates that follow, and keeps quiet where the base is not given', () => {
    for (const sentence of [
      'There were 1,240 offences in a population of 310,000, or 4.0 per 1,000 people.',
      'The 1,905 officers dealt with 24,765 crimes, or 13 crimes per officer.',
      'With 84,200 residents and 421 collisions, that is a rate of 50 per 10,000 residents.',
      'The force recorded 61,204 crimes, or 74.2 per 1,000 people.',
      'The force spends £165 per head; 1,905 officers cost £98m.',
      'There were 12 burglaries per 1,000 households in 2019 and 480 officers served 310,000 people.',
      'The rate was 4.0 per 1,000 population against 5.1 per 1,000 nationally.',
      'About 310,000 people live here, and some 1,250 offences a month make a rate of 48 per 1,000 people a year.',
    ]) {
      const found = verdictsOf(checkWhole, sentence).filter((verdict) => verdict !== 'holds')
      assert.deepEqual(found, [], sentence)
    }
  })
})

describe('sentences against tables', () => {
  it('finds a figure that the table gives otherwise for the same row and year', () => {
    for (const sentence of [
      'Burglary stood at 1,848 in 2020/21.',
      'There were 3,425 vehicle crime offences in 2019/20.',
      'In 2021/22 there were 3,890 recorded offences of criminal damage.',
      'Shoplifting rose from 1,210 in 2020/21 to 1,455 in 2021/22.',
    ]) {
      assert.ok(withTables(checkTableFacts, sentence).includes('warning'), sentence)
    }
  })
  it('accepts what the table says too', () => {
    for (const sentence of [
      'Burglary stood at 1,884 in 2020/21.',
      'There were 3,245 vehicle crime offences in 2019/20.',
      'Shoplifting rose from 1,120 in 2020/21 to 1,455 in 2021/22.',
    ]) {
      const found = withTables(checkTableFacts, sentence)
      assert.ok(found.length > 0 && found.every((verdict) => verdict === 'holds'), sentence)
    }
  })
  it('keeps quiet where the sentence counts something else', () => {
    silentOrRight(checkTableFacts, [
      'Residential burglary stood at 1,310 in 2020/21.',
      'Of the burglaries in 2020/21, 640 were of homes.',
      'Burglary: 312 arrests in 2020/21.',
      'In Northby burglary stood at 410 in 2020/21.',
      'Burglary fell by 330 in 2020/21.',
      'The target for burglary was 2,000 in 2020/21.',
      'Nearly 1,900 burglaries were recorded in 2020/21.',
      'Burglary stood at 1,900 in 2020/21.',
      'Burglary victims numbered 1,204 in 2020/21.',
      'About a third of the 640 burglary cases in 2020/21 were linked.',
      'In 2020/21 burglary cost each of 950 households more than £400.',
      'Burglary fell in 2020/21, when 410 officers joined the force.',
      'Between April and June 2020 burglary stood at 402.',
    ])
  })
})
