import { describe, it } from 'node:test'
import { assertQuiet, assertTwins, titleOf } from '#test/support/twins.js'
import { checkDocument } from './check-document.js'

const check = (document: Parameters<typeof checkDocument>[0]) => checkDocument(document).findings

/** Each right with the first of two, and asked about with the second. */
const TWINS = [
  'Membership of the cadet corps stands at {418|478} young people. A year earlier the corps had 380, so it is 10% larger.',
  'The bus made 96 trips. Each took a morning. Against the {128|178} of 2021 that is 25% less.',
  'Stolen bicycles: 1,218, having been 1,402 the summer before, {13.1%|18.1%} down.',
  'Overtime cost £3.42m, £0.38m or {12.5%|17.5%} over the £3.04m allowed.',
  'The mean wait was 26 days (2022: {31|81}), five days or 16% shorter.',
  'Trust stood at {61.5%|67.5%} in the spring survey. By autumn it had climbed 4.2 points, to 65.7%.',
  'We helped 1,420 women; in 2023/24 it was {1,250|1,750} women, so the service reached 13.6% more.',
  'The desk at Wexbourne took 12,084 calls, 6% more than {11,400|14,400}.',
  "We gave £7,060 in small grants. That is 8% more than last year's {£6,540|£4,540}.",
  'Our street wardens walked 234 nights, an eighth more than {208|278}.',
  'The scheme closed at £4,480,000 against an allocation of £4,610,000, an {underspend|overspend} of 2.8%.',
  'The year cost £2.31m where £2.20m was allowed, {an overspend|an underspend} of 5.0%.',
  'Stores of £812,000, set against a budget of £840,000, were {underspent|overspent} by 3.3%.',
  "Last winter's survey put trust at 54%; the figure is now {58%|50%}, a rise of four points.",
  'Grants made by the chapel grew by a quarter, 96 becoming {120|126}.',
  'Members noted the {six-point|nine-point} rise in trust, to 58% from 52%.',
  'The gap has narrowed to 6.8 per cent from {7.7|4.7}, by 0.9 of a point.',
  'The band had 8,610 followers, and 9,430 now, so the crowd has swollen by {9.5%|5.5%}.',
  'Stables finished on £6.11m (allocation £6.50m), {an underspend|an overspend} of 6.0%.',
  'Legal fees, with a provision of £1.25m, ended the year at £1.15m, {8.0%|5.0%} under.',
  'Of 40 searches reviewed, 28 had full grounds, an improvement of 12% on {25|45}.',
  'At £368 a day the 294 days cost £108,192; the day rate went up {3.7%|8.7%} from £355.',
  'Agency staff cost £6.4m against a budget of £5.9m, £0.5m or {8.5%|6.5%} over.',
  '74% of you feel safe where you live. In 2022, {71%|61%} felt safe: we are three points to the good.',
  'There were complaints of 58 searches. There had been {80|90}; the fall is 27.5%.',
  'The force recorded 38,205 crimes. In the same months of 2023 there were {40,680|48,680}, and the drop was 6.1%.',
  'Premises were to end 4.0% over their {£8.90m|£8.30m}. The outturn is now put at £9.26m.',
  'The force says 57% were kept informed. That is four points short of the {61%|68%} it reached in 2021.',
  'The ceiling of 1,850 was beaten by 18 officers, {1.0%|6.0%}.',
  'Bicycle thefts: 609 ({655|955}), down 7%.',
  'Robbery stood at 402 (455 the year before, a fall of 11.6%) and arson at {118|168} (125; down 6%).',
  'Response in time: 79% compared with {74%|44%}, five percentage points better.',
  'Keyless theft made up 38% of thefts last year and makes up {47%|67%} now; that is nine points more.',
  'Vehicle crime went the other way: {3,905|3,305} offences, up 203 or 5.5% on 3,702.',
  'Set side by side, £3.96m and £4.68m, the rise is {18.2%|13.2%}.',
  "Last year's Band D was £280, so the increase is 5% to {£294|£494} (£14 a year, 27p a week).",
  'It cost £8,100 in all. Last year it cost £7,500, so the {£8,100|£3,100} is 8% more.',
  'Four fifths hear in time: 79% compared with {74%|44%}, five percentage points better.',
  'Burglary was, at 59,403 offences, {3.0%|5.0%} beneath the 61,240 of 2023.',
  'In 2019 the force had 1,655 officers; by March it had {1,738|1,938}, a gain of 5%.',
  'Confidence was 58% and is {55%|85%}, so three points have gone.',
  'The list has 48,600 drivers. It grew month by month. The number is {8%|2%} up on 45,000 in 2022.',
  'The interest came to £2.515m. The plan had looked for interest of £2.1m; the £2.515m is better by {19.8%|39.8%}.',
  'All 205 who came stayed. I was hoping for 200; that is {28%|48%} above the 160 who began in 2023/24.',
  'Spending was £1,842,000. The year before the bill had been {£1,706,000|£8,706,000}, so that spending is 8.0% up.',
  'Of all asked 81.3% were content. In spring the figure was {79.6%|19.6%}, so it has gained 1.7 points.',
  'The hub had 6,040 referrals (64.3%), an average of 1,510 per quarter, and its caseload rose by {4.0%|6.0%} from 5,810.',
  'Shops told police about 8,294 thefts. In the same months of 2024 it was {9,216|9,716}, so the drop is 10.0%.',
  'The charge has come down by {30%|70%} to £20.3m from £29.0m.',
  'Spring had brought 64,360 calls, so that demand was 6.0% lower at {60,500|68,500}.',
  'Decisions took 34 days, where it was {40|50}, an improvement of 15 per cent.',
  'Thefts fell to 2,602 (12.1%), though they remain {37.7%|33.7%} more than the 1,890 of 2019.',
  'The estate cost £7.35m. Costs were £6.65m two years ago and have grown by {10.5%|16.5%}.',
]

const QUIET = [
  'We found 297 in all. That is an improvement of 12% on 25.',
  'Rents in the port rose by 10.2%, averaging £866, while the hills saw a 6.4% rise to £961.',
  'We had 379, eight more than the 371 first published but still 23 under the 402 of 2022, a fall of 5.7%.',
  'The rate was 58% with a confidence interval of 3 points, and 55% replied on paper.',
  'Calls (912) lasted 14 minutes, down 7%, and 655 were for advice.',
  'The team grew from 12 to 15 and made 210 arrests, a rise of 8% on 2022.',
  'The rise of 5% in burglary, although robbery fell by 9%, took the total from 2,000 to 2,100.',
  'Follow-up and advice had 36 of the 342, or 10.5%.',
  'The precept goes up by 5.1%, because the tax base has grown too: 1.4%, from 284,930 to 288,930 homes.',
  'Spending went up by 5.0%, from £115.0m to £120.7m, having gone up by 4.5% the year before (£110.0m to £115.0m).',
  'The core grant paid for 4,120 sessions. Visits were 8% more than the 1,204 of last year.',
  'Pay grows from 9,204 in the first budget to 9,750, which is 5.9% more (9,204 to 9,750); against the revised budget it is 4.0% more.',
  'Overtime is the pressure: £6.2m is now expected where £5.0m was allowed, up 24%.',
  'A ten-point plan takes 58% of the time, and 52% of the money.',
  'Sales came to 3.9 million. In the north they were down 3.1% at 1.06 million.',
  'Exports rose by 14% in 2023, and tourist revenues by 30%. Imports gained 13%.',
  'The survey had 43 replies, against a target of 60, and cost 12% less than the last one.',
  'There were 344 robberies, 34 more than last year and 12% fewer than in 2018/19.',
  'A charge of £285.00 was set. The council took £10.00 more in 2023/24, up 3.6%, and households pay by ten instalments.',
]

describe('a change whose levels stand some sentences apart', () => {
  for (const statement of TWINS) it(`is told from a slip: ${titleOf(statement)}`, () => assertTwins(check, statement))
  for (const statement of QUIET) it(`is left alone: ${titleOf(statement)}`, () => assertQuiet(check, statement))
})
