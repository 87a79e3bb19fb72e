import { describe, it } from 'node:test'
import { assertQuiet, assertTwins, titleOf } from '#test/support/twins.js'
import { checkDocument } from './check-document.js'

const check = (document: Parameters<typeof checkDocument>[0]) => checkDocument(document).findings

/** Each right with the first of two, and wrong with the second: lengths and the stretches of time that they are of. */
const TWINS = [
  'The {five|four} months from May 2023 to September 2023 were the wettest on record.',
  'Over the {eight|seven} months March to October 2024 the boats went out daily.',
  'The audit looked at {ten|nine} months, from June 2023 to March 2024.',
  'A trial of {four|three} months, running from August 2024 to November 2024, cost nothing.',
  'The sample covers the {eleven|ten} months from April 2024 to February 2025.',
  'The lease is for the {three|four} years from June 2024 to June 2027.',
  'From September 2022 to September {2025|2026}: three years of the same chair.',
  'In the {two|three} years between July 2022 and July 2024 the van did 80,000 miles.',
  'The new dock opens in March 2027, {eighteen|twelve} months after the first pile is driven in September 2025.',
  'Work ended in May 2024, {six|nine} months later than planned in November 2023.',
  'In January 2022 the post fell vacant; it was filled {fourteen|four} months later, in March 2023.',
  'We signed in April 2021 and moved in two years later, in April {2023|2024}.',
  'There were {six|five} monthly surgeries, from January to June 2024.',
  'The {four|five} quarterly returns, April 2023 to March 2024, were on time.',
  'All {nine|eight} monthly bulletins between April and December 2024 carried a map.',
  'It was the {fourth|fifth} year running: 2020, 2021, 2022 and 2023 all saw a fall.',
  'For the {third|fourth} month in a row (May, June and July) the cells were full.',
  'Reports fell for a {third|second} successive year, in 2022, 2023 and 2024.',
  'The counter was shut for {two|three} months, November and December 2023.',
  'For {two|four} months (July and August) the beach patrol was doubled.',
  'In the decade between 2014, when the mast was built, and {2024|2019} it was hit twice.',
  'In the nine months from April 2024, which was wet, to {December 2024|October 2024} it rained daily.',
  'The strategy looks {four|six} years ahead, from 1 April 2025 to 31 March 2029.',
  'From 1 March to 31 May, a {three|five}-month campaign, wardens gave out 900 locks.',
  'The fair has been policed each year since 2015, for {nine|six} years, up to 2024.',
  'A {six|eight}-month secondment ran from October 2023 to March 2024.',
  'The bridge was closed for {five|four} months: January 2024 to May 2024.',
  'The scheme was paid for {seven|nine} months ahead, from September 2024 to March 2025.',
  'Between May 2022 and {May 2026|May 2028}, a term of four years, the same chair will serve.',
]

/** True, with nothing wrong in them. */
const TRUE = [
  'A typist sat in for {seven|six} months, February 2024 to August 2024.',
  'Ten counters cost £400,000 a year, from February 2025 to {July 2025|May 2025} or later.',
  'The force was watched for 12 months, from May 2023 to May 2024.',
  'A tenancy of six months from 1 May 2024 to 1 November 2024 was signed.',
  'Three months of rent were paid; July and August were free.',
  'In April 2023 a boy went missing, and two years after his mother wrote a book.',
  'In June 2024, two months after the review began in April, staff were told.',
  'It was the fifth year running that numbers fell; in 2023 and 2024 they fell fastest.',
  'From 2016 to 2024 there were four years with floods.',
  'For two years, 2023 and 2024, the grant was frozen.',
  'The fund ran from April 2022 to March 2025 and a second fund for two years.',
  'Four months on, from May to September, things were better.',
  'Over three years to March 2027, starting in April 2024, we will save £3m.',
  'The first of the four-month patrols, in May, was followed by one in October 2024.',
]

describe('a length of time and its stretch, however they stand', () => {
  for (const each of TWINS) it(`tells right from wrong in: ${titleOf(each)}`, () => assertTwins(check, each))
  for (const each of TRUE) it(`says nothing of: ${titleOf(each)}`, () => assertQuiet(check, each))
})
