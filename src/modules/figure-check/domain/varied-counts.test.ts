import { describe, it } from 'node:test'
import { assertQuiet, assertTwins, titleOf } from '#test/support/twins.js'
import { checkDocument } from './check-document.js'

const check = (document: Parameters<typeof checkDocument>[0]) => checkDocument(document).findings

/** Each right with the first of two, and wrong with the second. */
const TWINS = [
  'The office is made up of {four|five} teams: finance, commissioning, communications and engagement.',
  '{Three|Four} priorities sit at the heart of the plan: preventing harm, supporting victims and building trust.',
  'Our priorities are preventing harm, supporting victims and building trust. These {three|four} priorities will guide all that we do.',
  'Finance, commissioning and communications are the {three|four} teams of the office.',
  'Grants went to Aldermoor, Brinton, Calder and Dunmere, {four|five} districts in all.',
  'There are {two|three} custody suites in the force area (Northgate and Eastfield).',
  'The force area takes in {five|six} districts - Aldermoor, Brinton, Calder, Dunmere and Elmsby.',
  'Who sits on the panel? {Three|Four} councils are represented: Aldermoor, Brinton and Calder.',
  'We heard from {four|five} groups. They were young people, carers, shopkeepers and farmers.',
  'The Commissioner holds {three|four} statutory duties: to secure an efficient police force, to hold the Chief Constable to account, and to set the precept.',
  '{Two|Three} new posts were created, a fraud adviser and a data analyst.',
  'The strategy has {four|five} strands, namely prevention, enforcement, support and partnership.',
  'The following {three|four} schemes were funded:\n\n- Safe Streets\n- Night Angels\n- Open Doors',
  'Funding was agreed for {four|five} projects:\n\n- a mobile youth van\n- boxing sessions\n- a drop-in centre\n- a helpline',
  'The fund supported the {three|four} schemes listed below.\n\n- Safe Streets\n- Night Angels\n- Open Doors',
  'Our {three|four} promises\n\n- We will listen\n- We will act\n- We will report back',
  'Members asked {two|three} questions. The first was about response times. The second was about recruitment.',
  'The review made {three|four} recommendations. Firstly, training should be refreshed. Secondly, records should be checked. Thirdly, results should be published.',
  'The inspectorate graded the force in {three|four} areas: it was good at preventing crime, adequate at protecting vulnerable people and outstanding at treatment of the public.',
  'A total of {three|four} organisations (Calder Youth, Safe Nights and the Haven) will share the money.',
  '{Both|All three} hubs, in Aldermoor and Brinton, opened on time.',
  'The {four|three} services commissioned are the Haven, Calder Youth, Safe Nights and Restore.',
  'We work with {three|four} partners on this: the council, the health board and the fire service.',
  'The Joint Audit Committee has {five|six} members: Mr Ash, Ms Birch, Mrs Cole, Dr Dean and Mr Elm.',
  'Last year saw {three|two} changes to the team: a new chief executive, a new treasurer and a new press officer.',
  '{Four|Three} of our buildings were sold - Alder House, Beech Court, Cedar Lodge and Dean Street.',
  'In {three|four} cases (burglary, robbery and vehicle crime) the target was met.',
  'The panel has met {three|four} times this year, in June, September and January.',
  'The Board met on {three|four} occasions: 4 June, 9 September and 14 January.',
  'Public meetings were held in {three|four} towns: Aldermoor, Brinton and Calder.',
  '{Three|Four} public meetings took place, in Aldermoor, Brinton and Calder.',
  'Meetings took place in {three|four} venues. These were Aldermoor, Brinton and Calder.',
  'The scheme has {three|four} aims. It seeks to divert, to support and to educate.',
  'Crime rose in {two|three} districts, Aldermoor and Brinton, and fell in the rest.',
  '{Five|Four} crime types rose: burglary, robbery, arson, fraud and theft.',
  'Increases were seen in burglary, robbery, arson, fraud and theft - {five|six} crime types in all.',
  'Alder House, Beech Court and Cedar Lodge: these {three|four} sites are to be sold.',
  'Contracts were let to Alpha, Bravo, Charlie and Delta. All {four|five} providers started on 1 April.',
  'The {four|five} providers are:\n\n- Alpha\n- Bravo\n- Charlie\n- Delta',
  'Independent custody visitors made checks at {three|four} stations, those being Northgate, Eastfield and Southway.',
  'Each of the {three|four} strands - prevention, pursuit and protection - has a lead.',
  'The plan is built on {three|four} pillars; these are prevention, pursuit and protection.',
  'Money was set aside for {two|three} things: new vans and new radios.',
  'Our {four|five} values are fairness, courage, openness and care.',
  'Complaints fall under {three|four} headings, i.e. conduct, delay and service.',
  '{Three|Four} officers received awards: PC Ash, PC Birch and Sergeant Cole.',
  'PC Ash, PC Birch and Sergeant Cole, the {three|four} officers who received awards, work in Brinton.',
  'The {four|five} objectives are (a) to reduce harm, (b) to support victims, (c) to build trust and (d) to work together.',
  'He gave {three|four} reasons: cost, time and risk.',
  'The {3|4} forces in the region (Northshire, Eastshire and Westshire) share a crime laboratory.',
  'Collaboration across {3|4} forces - Northshire, Eastshire and Westshire - saved money.',
  'The working group comprises {five|six} bodies: the police, the council, the courts, the prison and the health board.',
  '{Three|Four} risks were scored red, i.e. pensions, estates and fleet.',
  'The risk register has {three|two} red risks: pensions, estates and fleet.',
  'Visits were made to {four|three} of them: Alder House, Beech Court, Cedar Lodge and Dean Street.',
  'There are {six|five} basic command units: Alder, Birch, Cedar, Dunmere, Elm and Fern.',
  'We asked {three|four} questions: do you feel safe, do you trust us, and would you call us?',
  'The Commissioner chairs {two|three} boards, the Criminal Justice Board and the Violence Reduction Board.',
  'New this year: {three|four} vans, for Alder, Birch and Cedar.',
  'The plan names {four|five} priorities:\n\n* burglary\n* violence\n* road safety\n* fraud',
  'Grants were made to {three|four} charities, i.e. Haven, Restore and Safe Nights.',
  'Officers from {three|four} forces took part (Northshire, Eastshire and Westshire).',
  'Haven, Restore and Safe Nights, all {three|four} of them charities, will share the money.',
]

/** True, with nothing wrong in them. */
const TRUE = [
  'The plan sets four priorities. Burglary, robbery and fraud are covered by the first.',
  'There are five districts in the force area; Aldermoor, Brinton and Calder have the most crime.',
  'Six grants were made, among them to the Haven, Safe Nights and Restore.',
  'Two officers, a sergeant and a PCSO attended.',
  'The Commissioner met four groups in May, including carers and young people.',
  'The board has three members from councils, two from business, and met 6 times.',
]

describe('a count of things, however it is put', () => {
  for (const each of TWINS) it(`tells right from wrong in: ${titleOf(each)}`, () => assertTwins(check, each))
  for (const each of TRUE) it(`says nothing of: ${titleOf(each)}`, () => assertQuiet(check, each))
})
