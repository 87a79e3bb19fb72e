import { describe, it } from 'node:test'
import { assertQuiet, assertTwins, titleOf } from '#test/support/twins.js'
import { checkDocument } from './check-document.js'

const check = (document: Parameters<typeof checkDocument>[0]) => checkDocument(document).findings

/** Each right with the first of two, and asked about with the second. */
const TWINS = [
  'The ferry carried 61,480 passengers. Those with bicycles, {2,310|2,910} more, were counted apart, so the purser reports 63,790.',
  'All but 46 of the pupils came back after the strike: {1,318|1,618} of 1,364.',
  'Last winter the depot spread 3,905 tonnes of salt. This winter it was {3,478|3,878}, 427 tonnes less.',
  'Our leaflet of May printed 2,874 members; it is restated here as {2,891|2,391}, 17 more.',
  'The lease was sold for £412,000, which is {£37,500|£87,500} above the £374,500 that it had been valued at.',
  'A further £18,250 from the lottery brought the fund to {£94,730|£44,730}, having stood at £76,480.',
  'Of 884 saplings planted in March {671|271} took, and the remaining 213 were grubbed up.',
  'Nests we found\n\n- Ash wood: 120\n- Birch wood: 85\n- Elm wood, where two fell: 42\n\nAll told they make {247|274}. More were seen from afar.',
  'Spent on the fair\n\n- £1,450: two bands\n- £620: tents\n- £385: the raffle\n\nThese came to {£2,455|£2,545}, as we had hoped.',
  'The figure of 5,216 borrowers leaves out 348 who hold a card of another town; with them it would be {5,564|5,164}.',
]

/** Parts of a whole, shares of a hundred and stocks with their moves: as small as they come. */
const PARTS = [
  'We stabled 621 horses in the year. They were {380|340} hired from a farm or an inn, 172 lent and 69 owned.',
  'Bakers came from three mills, 540 in all: half of them girls. Saint Ann (223), Quayside ({178|138}) and Holt (139) took part.',
  'In all 450 of you had written of the bells. By hand ({198|158}), by wire (117), in verse (90) or in Latin (45).',
  'Of the 74 gates {51|57} were painted and 23 were not.',
  'Forty-one of the {69|89} climbers were novices and 28 guides.',
  'The club owns {38|78} boats: 24 are dinghies, nine canoes and five punts.',
  'The choir has {52|32} singers, 30 of them sopranos and 22 basses.',
  'Entries numbered 83; {47|41} were accepted and 36 sent back.',
  'The jury looked at 64 cakes. It thought 39 good, 18 dry and {7|9} burnt. The judges ate late.',
  'Last year 58 swans were ringed. Of those 58, {33|39} were cobs and 25 pens.',
  'Of the £8.7 million, £5.2 million is for roofs, {£2.1|£2.9} million for lifts and £1.4 million for paint.',
  'At the last count {18|48} of the 19 bells were hung and one, the tenor, lay in the yard.',
  'The library pays for itself by fines {61.4%|67.4%}, fees 35.9% and gifts 2.7%.',
  'Of the anglers {93%|63%} came home and 7% did not.',
  'Sixty-two per cent said the bread was fresh. The others said stale (27 per cent), hard ({8|3}) or had none (3).',
  'By night 26% sleep very well and {41%|47%} fairly well, 67% together.',
  'To 1,416 hens we add 205 pullets and take away {188|138} roasted: 1,433.',
  'The shed held 31 sledges; so {31|37} plus eight less six leaves 33.',
  'The ward had 45 beds in May. Nine were added and seven taken out, so that {47|74} were made up by June.',
  'Loans open went from 36 to 51 over the year: 36 carried in, plus 229 new, less {214|274} repaid and closed.',
  'In April 37 sailed and in October 28, so {65|85} sailed.',
  'The limit was £16.00, five pence above the {£15.95|£15.45} that was set.',
]

/** Clauses of long sentences, beside shares, means, other years and what is said again. */
const CLAUSES = [
  'It was told that hay had been 3,695 bales in 2024; that 1,190 {sheaves|sheaves} were bound, {742|142} in the barn and 448 outside it; and that 131 of the 1,190 (11%) were damp.',
  'Holm had 702 goats, Stell 541 and Orme 381, or {1,624|1,824} between them; that is 62.4% of the 2,602.',
  'Letters numbered 21,340 in May, {20,115|50,115} in June and 19,645 in July, 61,100 in all; that is a monthly mean of 20,367.',
  'Of the {16|17} casks in the cellar 12 were full and four were tapped, so that three-quarters (12 of 16) were sound.',
  'The kitchen cost £21,400 to run: {£12,900|£12,100} for a cook, £5,300 for coal and £3,200 for flour, or about £130 for each of the 164 dinners.',
  'There were 23 plays, of which {14|18} were in Carr, six in Port Lin and three that toured, and nine of the 23 (39%) were new.',
  'The number of swans was 1,722, which, set against the 1,640 of 2023, is 5.0% more; of them {1,102|1,192} were ringed on the lake and 620 off it, that is 64% and 36%.',
  'The gap between the tallest hedge (6.4) and the lowest (11.9) was {5.5|3.5} feet.',
  'When we began there were 14 hives in the orchard. We have added 12 and there are {26|56} now.',
  'Of hens there were 204, less 15, less 17, making {172|372}.',
  'The abbot put up £2,026,900. The town added {£310,000|£910,000} of its own, so £2,336,900 was there to spend.',
  'By rows, the £234,000 went to hay ({£117,000|£317,000}), oats (£70,200) and straw (£46,800).',
  'Some 1,846 people signed, 1,102 of them on paper and {744|144} on slate.',
  'We have 27 ringers, 19 of whom have rung three years or more and {eight|two} of whom are new.',
  'We fed 64 horses, 41 grey and {23|13} brown.',
  'Of those three flocks, 318, 68 and 38, all {424|724} were shorn.',
  'Visits were shared between the four mills: Ash 412, Birch 208, Cole {156|196} and Dane 104, which is all 880.',
]

const QUIET = [
  'There were 43,995 eggs: 14,210 in the first three months, 14,905 in the next three and 14,880 in the last.',
  'We judged 14 green, 8 amber and 2 red.',
  'The answer was 51 about bread, 33 about milk and 12 about cost.',
  'Owls went up by half, 30 to 45. Those in barns trebled: nine, then twenty-seven.',
  'We began with 14 goats. We have added 12 and there are 26 now, and with one and a half for each, 39 people to milk them.',
  'The choir has 14 singers: 12 altos and, from May, three basses will join.',
  'Rain fell for the fourth year in succession: from 2,480 drops in 2020 to 2,301, 2,254, 2,019 and then 1,884 in 2024.',
  'The plan has thirty pledges; 19 are met, eight in hand, three not begun. In hand: eight of 30, or 27%.',
  'We saw 4,944 trees. Plums were the fruit of 2,966 (60%), pears of 988 (20%), figs of 643 (13%) and others of 347 (7%).',
  'Of 40 ponies 22 went to market and, after the rain, the rest stayed where they were.',
  'Of the 36 kites, nine were lost, twenty-six flew well and one was given away.',
  'Eighteen of the 31 bakers are women (58%) and the youngest is 19.',
  'Of the 27 anglers, nine came by boat; each caught 16 fish.',
  'There were sixteen fires (twelve in the previous year), of which three were on boats.',
  'He gives 40% of his week to the mill, 40% to the farm and the rest to his bees.',
  'Of the watches, 60% kept time and 55% were waterproof.',
  'The year began with 22 beadles; seven joined and five stepped down, so 22 plus seven less five leaves 24.',
  'There were 26 sextons at the end. Seven joined and five left during the year, so numbers rose from 24.',
  'From 1,912 sheep take away 133 sold and add 158 lambs, which makes 1,937.',
  'We printed 6,500 bills. Inns took 2,750, shops 1,900 and the fair 1,850.',
  'Four in every five letters, 124 of 155, were answered inside 35 days.',
  'The hall seats 640; 212 more than the chapel, and it was full on 38 evenings.',
  'In May 1,204 came by train and 877 by coach, of 3,160 in the quarter.',
  'We sold 2,410 tickets, 96 fewer than planned, at four shows.',
  'Boats hired\n\n- Punts: 120\n- Canoes: 85\n- Skiffs: 42\n\nThey made 310 trips. In all, 24 were late.',
  'Rain fell on 214 days; on 31 of them the gauge was under water, and 118 hours were lost.',
]

describe('figures near each other that make a sum', () => {
  for (const statement of TWINS)
    it(`are asked about for a slip: ${titleOf(statement)}`, () => assertTwins(check, statement))
  for (const statement of PARTS)
    it(`are asked about as parts of a whole: ${titleOf(statement)}`, () => assertTwins(check, statement))
  for (const statement of CLAUSES)
    it(`are asked about in a clause: ${titleOf(statement)}`, () => assertTwins(check, statement))
  for (const statement of QUIET) it(`are left alone: ${titleOf(statement)}`, () => assertQuiet(check, statement))
})
