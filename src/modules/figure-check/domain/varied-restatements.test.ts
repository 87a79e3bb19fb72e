import { describe, it } from 'node:test'
import { assertQuiet, assertTwins, titleOf } from '#test/support/twins.js'
import { checkDocument } from './check-document.js'

const check = (document: Parameters<typeof checkDocument>[0]) => checkDocument(document).findings

/** Also true twins of statements whose wrong twins are not noticed yet. */

/** Each right with the first of two, and wrong with the second: a figure that comes back without its period or its whole name. */
const TWINS = [
  'The library van carried 2,846 books. Readers gave thanks for all {2,846|2,864} books.',
  'Marine patrols logged 1,953 boats in the estuary.\n\nMost were small craft. The {1,953|1,593} boats came from eleven harbours.',
  'Wardens wrote 4,317 tickets. Appeals came in against 212 of them.\n\nThe city kept every one of the {4,317|4,137} tickets on file.',
  'There were 628 calls about drones. Nobody was charged. Those {628|682} calls took a team of four.',
  'A new kennel cost £0.74m. Councillors asked why the {£0.74m|£0.47m} kennel had no heating.',
  'The helpline heard from 587 farmers. Rural crime teams rang back each of the {587|578} farmers.',
  'The auditor found an underspend of £1.27m on pay. Members agreed that the underspend of {£1.27m|£1.72m} be carried forward.',
  'Some 3,480 bicycles were marked. Owners of the {3,480|3,840} marked bicycles were given a card.',
  '| Tool | Times |\n|---|---|\n| Leg restraint | 46 |\n| Shield | 118 |\n\nShields came out 118 times and leg restraints {46|64} times.',
  '| Unit | Dogs | Handlers |\n|---|---|---|\n| Search | 27 | 31 |\n| General purpose | 84 | 90 |\n\nThe {84|48} general purpose dogs were all tested.',
  '| Station | Footfall |\n|---|---|\n| Hythe Road | 12,604 |\n| Marsh End | 9,318 |\n\nHythe Road counter had {12,604|16,204} callers through its doors.',
  '| Theme | Votes |\n|---|---|\n| Speeding | 2,905 |\n| Litter | 1,143 |\n\nSpeeding was the choice of {2,905|2,950} people.',
  '## 2,318 drivers stopped\n\nAll {2,318|2,381} drivers were breathalysed, and 94 gave a positive reading.',
  '# A year with 417 new recruits\n\nThe intake of {417|471} recruits was the largest for a decade.',
  'The fraud team saved residents £6.83m. In her speech the Commissioner spoke of {£6.83m|£6.38m} saved for residents by the fraud team.',
  'Cadets number 1,284. A full 68% of the {1,284|1,248} cadets are girls.',
  'Nineteen of the 254 inspections were unannounced. An account of the {254|245} inspections is on the website.',
  'A quiz drew 1,067 entries from schools. The winner was drawn from the {1,067|1,607} entries.',
  'The archive holds 45,920 tapes. Digitising {45,920|49,520} tapes will take three years.',
  'We wrote to 8,731 licence holders.\n\nBy autumn we had heard from most of them.\n\nLetters to {8,731|8,371} licence holders were sent by post.',
  'Our grant was worth £382,500.\n\nRefuges used it for beds. The {£382,500|£328,500} grant ends in spring.',
  'Funding of £915,000 came from the Home Office. Without the {£915,000|£951,000} from the Home Office the scheme would close.',
  'Damage to bus shelters cost £73,400 and damage to trams £18,200. Operators want the {£73,400|£74,300} for bus shelters repaid.',
  'Forty-two tenants attended; so did nine landlords. The {forty-two|twenty-four} tenants spoke first.',
  'The panel made five recommendations. The {five|six} recommendations are set out overleaf in full.',
  'We opened seven new hubs. All {seven|nine} hubs are open on Saturdays.',
  'Eleven trustees serve on the board. The {eleven|twelve} trustees are unpaid.',
  'Of 14 actions, nine are closed and five are open. The {nine|eight} closed actions have been archived.',
  'The review covered 23 homicides. Lessons from those {23|33} homicides are shared each month.',
  'At the close of the year 61 detectives were in training. The {61|16} detectives in training will qualify in autumn.',
  'There were 1,176 stalking reports: 803 by women and 373 by men. The unit read every one of the {1,176|1,167} reports of stalking.',
  'Volunteers painted 134 benches in 9 parks. The mayor unveiled the last of the {134|143} benches in May.',
  'Losses to romance fraud were £2.61m. Banks paid back a fifth of the {£2.61m|£2.16m} lost to romance fraud.',
  'Wildlife officers seized 742 eggs. A museum now keeps the {742|724} eggs that they seized.',
  'In 246 of 300 cases the file was good. The {246|264} cases with a good file went to court sooner.',
  'We hold 5,214 firearms certificates.\n\nEach holder is visited every five years; with {5,214|5,124} firearms certificates that is a great deal of work.',
  'The bill for fuel was £1,046k. Electric vans would take a third off the fuel bill of {£1,046k|£1,406k}.',
  'Some 72% of shopkeepers felt safe. The {72%|27%} of shopkeepers who felt safe were mostly in villages.',
  'Special constables gave 31,870 hours. Put another way, those {31,870|38,170} hours are worth half a million pounds.',
]

/** True, with nothing wrong in them. */
const TRUE = [
  'Six judges read 391 nominations. In the end the 391 became 12, and people who sent the {391|319} nominations were thanked.',
  'The north had 1,284 thefts. The south had {1,248|1,284} thefts.',
  'Last year 2,318 drivers were stopped. This year {2,381|2,318} drivers were stopped.',
  'Of 318 complaints 137 were upheld. The {137|318} complaints that were upheld led to training.',
  'We had a target of 460 visits. The {406|460} visits that we made fell short of it.',
  'There were 571 burglaries of homes and {517|571} burglaries of shops.',
  'A total of 1,420 people applied. We interviewed 240 people. The {240|1,420} people interviewed were sent a survey.',
  'The trust gave £1.24m and the lottery {£1.42m|£1.24m}.',
  'Robberies went from 643 to {634|643}, and the 634 robberies were mostly of phones.',
  'Of 36 staff, 20 are women. The {16|20} men work nights.',
  'The panel made five recommendations to the force and six to the office. The six recommendations to the office are in hand.',
  'We opened seven hubs. The {two|seven} hubs in the west share a team.',
  'We opened seven hubs. Three hubs closed. The four hubs that are left are busy.',
  'There were 412 marches and 421 protests. The {421|412} protests were smaller.',
  'The 21 cadets from Oakham and the 12 cadets from Uppingham met.',
  'Burglary: 1,311. Robbery: {1,131|1,311}.',
  '| Area | Burglary | Robbery |\n|---|---|---|\n| East | 1,311 | 312 |\n| West | 1,131 | 321 |\n\nBurglary was higher in the East.',
  '| Area | 2022 | 2023 |\n|---|---|---|\n| East | 1,311 | 1,131 |\n| West | 864 | 846 |\n\nIn 2022 the East had {1,311|1,131} burglaries.',
  'We plan 63 events. By March 36 events had been held.',
  'In spring 63 people came, in autumn 36 people.',
  'The 18 staff of the hub and the {81|18} staff of the call centre were moved.',
  'A survey of 1,012 residents found that 57% felt safe. Of 1,021 businesses asked, 75% felt safe.',
  'Officers attended 2,846 incidents by day and {2,864|2,846} incidents by night.',
  'Reserves were £6.2m in March. They are forecast to be £2.6m next March.',
  'The budget is £45.1m for pay and £41.5m for other costs.',
]

describe('a figure that comes back, however it is named', () => {
  for (const each of TWINS) it(`tells right from wrong in: ${titleOf(each)}`, () => assertTwins(check, each))
  for (const each of TRUE) it(`says nothing of: ${titleOf(each)}`, () => assertQuiet(check, each))
})
