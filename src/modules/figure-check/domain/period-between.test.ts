import { describe, it } from 'node:test'
import { assertQuiet, assertTwins, titleOf } from '#test/support/twins.js'
import { checkDocument } from './check-document.js'

const check = (document: Parameters<typeof checkDocument>[0]) => checkDocument(document).findings

/** Each right with the first of two, and wrong with the second. */
const TWINS = [
  'The lease runs from April 2023 to March 2028, {five|four} years.',
  'A plan period, January 2024 to December 2026, of {thirty-six|forty-eight} months.',
  'The group has met since 2012, for {thirteen|fifteen} years up to 2025.',
  'Term: 1 July 2024 to 30 June 2026 ({two|three} years)',
  'Over the {five|six} years 2020/21 to 2024/25 the roll grew.',
  'The survey ran from March to {May|June} 2024, three months.',
  'In the {five|three} years since 2019/20 it never stood as high until 2024/25.',
  'The contract began on 1 October 2023 and ends on 30 September 2025, {twenty-four|eighteen} months later.',
  'We aim to finish by 2035, {ten|twelve} years from 2025.',
  'The scheme lasted {nine months|half a year}, September 2024 to May 2025.',
  'This return covers the six months from 1 October 2024 to {31 March|28 February} 2025.',
  'It opened in 1998 and shut in 2023, a life of {twenty-five|thirty-five} years.',
  'Between 2016 and 2024, that is, in {eight|ten} years, the fleet was renewed.',
  'For a full decade, 2014 to {2024|2022}, nobody looked.',
  'Quarter two (July to {September|October}) was quiet.',
  'The second half of the year, October 2024 to {March|February} 2025, was quieter.',
  'The centre was set up in 2015, {ten|eight} years before 2025.',
  'It has been closed since 1998, that is for {27|22} years in 2025.',
  'By 2026 the panel, formed in 2012, will be {fourteen|sixteen} years old.',
  'The consultation was open for four weeks ({28|35} days).',
  'The survey stayed online for {three|four} weeks, that is 21 days.',
  'The pilot was to run eighteen months, a year and a half, and then {24|36} months (two years).',
  'It took {two|three} hours (120 minutes) to get a reply.',
  'The post was vacant for {90|120} days, about three months.',
]

/** True, with lengths of something else. */
const TRUE = [
  'We reply in 20 working days, four weeks. The wait was 5 days (8 days last year). It took 2 hours, 30 minutes of it by hand.',
  'Sentences of six months, a year or eighteen months were passed; the limit is 12 months, three years for the gravest.',
  'The lease, let in 2019 for four years, was renewed in 2024.',
  'In 2022 we gave three-year grants; the next round is in 2024.',
  'Between 2015 and 2025 he served two terms of three years.',
  'In March 2021 it had taken nine months, and in May 2024 it took six.',
  'From 2019 to 2024 fires fell in three years.',
  'She joined in 2011, three years before the office opened in 2014.',
]

describe('two points of time and what lies between them', () => {
  for (const each of TWINS) it(`tells right from wrong in: ${titleOf(each)}`, () => assertTwins(check, each))
  for (const each of TRUE) it(`says nothing of: ${titleOf(each)}`, () => assertQuiet(check, each))
})
