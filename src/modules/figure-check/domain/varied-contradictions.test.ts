import { describe, it } from 'node:test'
import { assertQuiet, assertTwins, titleOf } from '#test/support/twins.js'
import { checkDocument } from './check-document.js'

const check = (document: Parameters<typeof checkDocument>[0]) => checkDocument(document).findings

/** Also true twins of statements whose wrong twins are not noticed yet. */

/** Each right with the first of two, and wrong with the second. */
const TWINS = [
  'We answered 41,280 calls to 999 in 2023/24.\n\nThe roads policing team also had a busy year.\n\nIn 2023/24, {41,280|42,180} 999 calls were answered.',
  '- 1,284 hate crimes recorded in 2023/24\n- 312 volunteers\n\nThe number of hate crimes recorded in 2023/24 was {1,284|1,248}.',
  'Officers arrested 8,412 people in 2022/23.\n\nThere were {8,412|8,142} arrests in 2022/23.',
  'Burglary fell in the year to March 2024 to 3,126 offences.\n\nIn the year to March 2024 there were {3,126|3,216} burglaries.',
  'In 2023, 27 people died on our roads.\n\nDeaths on the roads numbered {27|29} in 2023.',
  'In 2023, twenty-seven people were killed on our roads.\n\nThe number of road deaths in 2023 was {27|37}.',
  'The net budget requirement for 2024/25 is £164.2m.\n\nMembers noted the net budget requirement of {£164.2m|£146.2m} for 2024/25.',
  'The Band D council tax for 2024/25 will be £273.15.\n\nA Band D household will pay {£273.15|£271.35} in 2024/25.',
  'The precept was set at £273.15 for a Band D property in 2024/25.\n\nBand D precept 2024/25: {£273.15|£237.15}',
  'Public confidence stood at 68.4% in 2023/24.\n\nIn 2023/24, {68.4%|64.8%} of residents had confidence in their police.',
  'Victim satisfaction in 2023/24 was 74.2%.\n\nIn 2023/24, {74.2%|72.4%} of victims were satisfied.',
  'The strength on 31 March 2024 was 1,642 officers.\n\nAt 31 March 2024 the force had {1,642|1,624} police officers.',
  'At 31 March 2024 the force employed 1,642 officers and 1,105 staff.\n\nOfficer numbers at 31 March 2024: {1,642|1,462}',
  'As of 31 March 2024 reserves were £18.6m.\n\nReserves of {£18.6m|£16.8m} were held at 31 March 2024.',
  'General reserves stood at £6.2m at 31 March 2024.\n\nThe general reserve at 31 March 2024 amounts to {£6.2m|£6.7m}.',
  'Independent custody visitors made 214 visits in 2023/24.\n\nDuring 2023/24, {214|241} custody visits were carried out.',
  'In 2023/24 custody visitors carried out 214 visits.\n\n214 is a record. The total of {214|224} custody visits in 2023/24 was praised.',
  'The office received 318 complaints in 2023/24.\n\nComplaints received in 2023/24 totalled {318|381}.',
  '318 complaints were received by the office in 2023/24.\n\n| Measure | 2023/24 |\n|---|---|\n| Complaints received | {318|381} |\n| Letters | 1,204 |',
  '| Measure | 2023/24 |\n|---|---|\n| Stop and searches | 4,960 |\n| Arrests | 8,412 |\n\nIn 2023/24 officers carried out {4,960|4,690} stop and searches.',
  '| Offence | 2022/23 | 2023/24 |\n|---|---|---|\n| Robbery | 612 | 588 |\n| Burglary | 3,410 | 3,126 |\n\nRobberies came to {588|558} in 2023/24.',
  'Robbery fell from 612 in 2022/23 to 588 in 2023/24.\n\nThere were {588|598} robberies in 2023/24.',
  'Knife crime rose by 6% in 2023/24.\n\nIn 2023/24 knife crime increased by {6%|9%}.',
  'Knife crime rose 6.4% in 2023/24.\n\nThe {6.4%|4.6%} increase in knife crime in 2023/24 is a worry.',
  'Anti-social behaviour was down 12% in 2023/24.\n\nIn 2023/24 there was a {12%|21%} reduction in anti-social behaviour.',
  'The survey had 2,418 responses.\n\nIn all, {2,418|2,481} people responded to the survey.',
  'A total of 2,418 residents took part in the precept survey.\n\nThe precept survey drew {2,418|2,148} responses.',
  'The average time to answer a 999 call was 8 seconds in 2023/24.\n\nIn 2023/24 we answered 999 calls in an average of {8 seconds|6 seconds}.',
  'The average 101 wait was 94 seconds in 2023/24.\n\nCallers to 101 waited {94|49} seconds on average in 2023/24.',
  'We gave £1.42m in grants in 2023/24.\n\nGrants in 2023/24 came to {£1.42m|£1.24m}.',
  'The Community Fund awarded £212,000 to 38 groups.\n\nThe Community Fund gave out {£212,000|£221,000} this year.',
  'The safer streets fund is worth £1.1m.\n\nSafer streets funding of {£1.1m|£1.7m} has been secured.',
  'There are 46 police stations in the estate.\n\nThe estate comprises {46|64} police stations.',
  'The fleet has 612 vehicles.\n\nAll {612|621} vehicles in the fleet carry the kit.',
  'The force owns a fleet of 612 vehicles.\n\nFleet size: {612|621} vehicles',
  'The county has a population of 768,400.\n\nWith a population of {768,400|764,800}, the county is large.',
  'Our volunteers gave 14,260 hours in 2023/24.\n\nVolunteers contributed {14,260|16,240} hours during 2023/24.',
  'In 2023/24 special constables worked 38,420 hours.\n\nHours worked by special constables in 2023/24 were {38,420|34,820}.',
  'In 2023/24, 5,318 victims were referred to the support service.\n\nThe support service had {5,318|5,138} referrals in 2023/24.',
  'The support service received 5,318 referrals in 2023/24.\n\nReferrals to the support service, 2023/24: {5,318|5,381}',
  'In the year ending March 2024, 19,402 domestic abuse crimes were recorded.\n\nRecorded domestic abuse crimes: {19,402|19,042} in the year ending March 2024.',
  'Domestic abuse accounted for 19,402 crimes in 2023/24.\n\nWe recorded {19,402|19,204} domestic abuse offences in 2023/24.',
  'The charge rate for rape was 7.8% in 2023/24.\n\nIn 2023/24, {7.8%|8.7%} of rapes led to a charge.',
  'The revenue underspend for 2023/24 was £2.3m.\n\nThe year 2023/24 ended with an underspend of {£2.3m|£3.2m}.',
  'The force ended 2023/24 with an overspend of £1.8m.\n\nThe 2023/24 overspend was {£1.8m|£1.3m}.',
  'Capital spending was £11.4m in 2023/24.\n\nIn 2023/24, {£11.4m|£14.1m} was spent on capital.',
  'The office costs £1.36m to run in 2024/25.\n\nThe running cost of the office in 2024/25 is {£1.36m|£1.63m}.',
  "The panel has 13 members.\n\nThe panel's {13|15} members come from nine councils.",
  'There are 13 members of the panel.\n\nThe panel, which has {13|18} members, met in June.',
  'The joint audit committee met five times in 2023/24.\n\nIn 2023/24 there were {five|six} meetings of the joint audit committee.',
  'In 2023/24 there were 73 misconduct cases.\n\nMisconduct cases in 2023/24 – {73|78} – were fewer than before.',
  'Vetting refusals numbered 118 in 2023/24.\n\nIn 2023/24, {118|181} vetting applications were refused.',
  'The vetting backlog stands at 412 cases.\n\nThere is a vetting backlog of {412|421} cases.',
  'HMICFRS made 14 recommendations in its 2023 report.\n\nThe 2023 HMICFRS report contains {14|17} recommendations.',
  'Our website had 212,400 visits in 2023/24.\n\nIn 2023/24 there were {212,400|221,400} visits to our website.',
  'In 2023/24 the force received 1,932 freedom of information requests.\n\nFreedom of information requests rose to {1,932|1,923} in 2023/24.',
  'In 2023/24, 386 young people went through the diversion scheme.\n\nThe diversion scheme helped {386|368} young people in 2023/24.',
  'Total recorded crime in the 12 months to June 2024 was 58,214.\n\nIn the 12 months to June 2024 total recorded crime stood at {58,214|52,814}.',
  'All crime: 58,214 in the 12 months to June 2024.\n\nIn the 12 months to June 2024, {58,214|58,412} crimes were recorded.',
  'Vehicle crime in the year to June 2024: 4,318 offences.\n\nIn the year to June 2024 the force dealt with {4,318|4,138} vehicle crimes.',
  'The Commissioner held 32 public surgeries in 2023/24.\n\nThirty-two is more than ever. The {32|23} public surgeries in 2023/24 were well attended.',
  'Of crimes recorded in 2023/24, 14.6% ended in a charge.\n\nThe charge rate in 2023/24 was {14.6%|16.4%}.',
  'Shoplifting: 7,218 offences (2023/24).\n\nIn 2023/24 shops reported {7,218|7,128} thefts to us: shoplifting went up again.',
  'There were 7,218 shoplifting offences in 2023/24.\n\nShoplifting in 2023/24 came to {7,218|7,281} offences.',
]

/** True, with nothing wrong in them. */
const TRUE = [
  '## 1,284 hate crimes recorded\n\nIn 2023/24 the force recorded {1,284|1,294} hate crimes, and most were on grounds of race.',
  'The budget for 2024/25 is £164.2m.\n\nOur Q&A. What is the budget for 2024/25? It is {£164.2m|£162.4m}.',
  'Some 61% of respondents supported the rise.\n\nThe rise was supported by {61%|67%} of respondents.',
  'In 2023/24 grants worth £1,420,000 were awarded.\n\nGrants awarded in 2023/24: {£1.42m|£1.24m}',
  'The population of the area is 768,400.\n\nThe force serves {768,400|786,400} residents.',
  'Attendance at grade 1 incidents took 12 minutes on average in 2023/24.\n\nIn 2023/24 it took {12|21} minutes on average to reach grade 1 incidents.',
  'The hub opened in 2019. It employs 42 people.\n\nThe hub has a staff of {42|24}.',
  'In 2023/24 the force received 1,932 FOI requests.\n\nThe force dealt with {1,932|1,392} freedom of information requests in 2023/24.',
  'There were 1,016 cadets and 88 leaders.\n\nThe {1,016|1,061} cadets paraded in May.',
  'Officers arrested 8,412 people in 2022/23.\n\nThere were 7,930 arrests in 2021/22.',
  'The panel, which has 13 members, met in June.\n\nThe audit committee, which has 5 members, met in May.',
  'The north hub has a fleet of 62 vehicles.\n\nThe south hub has a fleet of 64 vehicles.',
  'Vetting has a backlog of 412 cases.\n\nForensics has a backlog of 421 cases.',
  'Hours worked by specials in 2023/24 were 38,420.\n\nHours worked by cadets in 2023/24 were 31,960.',
  '## 1,284 hate crimes recorded\n\nIn 2022/23 the figure was higher: 1,310 hate crimes.',
  'The target is 90% of calls answered in 10 seconds in 2023/24.\n\nIn 2023/24, 88% of calls were answered in 10 seconds.',
  'In 2023/24, 386 young people were referred to the scheme.\n\nIn 2023/24 the scheme helped 352 young people to finish.',
  'Robbery fell from 612 in 2022/23 to 588 in 2023/24.\n\nIn 2022/23 there were 612 robberies.',
]

describe('one thing said twice, however it is put', () => {
  for (const each of TWINS) it(`tells right from wrong in: ${titleOf(each)}`, () => assertTwins(check, each))
  for (const each of TRUE) it(`says nothing of: ${titleOf(each)}`, () => assertQuiet(check, each))
})
