import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { load } from 'cheerio'
import { type ExampleOffice, openExampleOffice } from '#test/support/example-office.js'

/** What people ask, and what must be among the first three answers of the example office. */
const QUESTIONS: readonly [question: string, answer: string][] = [
  ['How many burglaries were there last month?', 'Burglary'],
  ['Is crime going up?', 'Recorded crime'],
  ['How much council tax do I pay for the police?', 'Police part of a Band D council tax bill'],
  ['101 waiting times', '101 calls answered in 30 seconds'],
  ['asb', 'Anti-social behaviour'],
  ['Who leads on serious violence?', 'Serious violence strategy agreed and published'],
  ['victims code', 'Hold agencies to the Victims’ Code'],
  ['stop and search', 'Let independent people look at stop and search'],
  ['custody visits', 'Visits by independent custody visitors'],
  ['domestic abuse', 'Keep people safe from domestic abuse'],
  ['rural crime', 'Keep a specialist team for crime in the countryside'],
  ['speeding', 'Lower speeds on the twelve worst stretches of road'],
  ['road deaths', 'People killed on the roads in the calendar year'],
  ['drug gangs and county lines', 'Break up drug supply and county lines'],
  ['rape', 'Specialist help after rape and sexual abuse'],
  ['hate crime', 'Hate crime'],
  ['What changed in the plan?', 'Police and crime plans'],
  ['restorative justice', 'Offer restorative justice safely and in good time'],
  ['electric vehicles', 'Sixty electric vehicles and the chargers for them'],
  ['cautions', 'Conditions that fit the offence on every caution'],
  ['complaints', 'Deal with complaints fairly and learn from them'],
  ['bike theft', 'Bicycle theft'],
  ['shoplifting', 'Shoplifting'],
  ['online fraud', 'Change in reports to Action Fraud on the year before'],
  ['youth fund', 'Youth fund open to charities'],
  ['How do I read the charts?', 'How to read the charts'],
  ['download the data', 'Open data'],
  ['panel report on crime prevention', 'Delivery of the Crime prevention theme in 2024/25'],
  ['number of police officers', 'Police officers'],
  ['screen reader', 'Accessibility statement'],
]

describe('a question asked of the example office', () => {
  let office: ExampleOffice
  before(async () => {
    office = await openExampleOffice()
  })
  after(() => office.close())

  for (const [question, answer] of QUESTIONS) {
    it(`finds “${answer}” for “${question}”`, async () => {
      const { body } = await office.app.inject(`/search?q=${encodeURIComponent(question)}`)
      const $ = load(body)
      const first = $('section h3 a').toArray().slice(0, 3)
      const titles = first.map((link) => $(link).text())
      assert.ok(titles.includes(answer), titles.join(' | '))
    })
  }
})
