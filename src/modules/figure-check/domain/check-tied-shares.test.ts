import { describe, it } from 'node:test'
import { assertQuiet, assertTwins, titleOf } from '#test/support/twins.js'
import { checkDocument } from './check-document.js'

const check = (document: Parameters<typeof checkDocument>[0]) => checkDocument(document).findings

/** Each right with the first of two, and wrong with the second. */
const TWINS = [
  'The club raised £842,000 of gate money, £516,000 by a lottery and £372,000 from friends: £1,730,000.\n\n2.2 Those at the gate thus met {48.7|88.7}% of the £1,730,000.',
  'One young person in four of those met ({1,150|1,650} of 4,600) went on to another club.',
  'By telephone 133 replies came: just 21 of the 133, 15.8%, chose walks, whereas {76|36} of them (57.1%) chose calls.',
  'Three quarters of the {92|97} geese, that is to say 69, flew south.',
  'Bakers worked 192,000 hours in the year. A fifth of the hours (38,400 of {192,000|792,000}) fell on Sundays.',
  'Letters had a reply in 87.2% of cases (78,192). 12% of those who rang ({25,776|22,776} out of 214,800) gave up.',
  'The orchard did best, with {402|432} pears from 1,608 blossoms, exactly one in four; the garden had 2,135.',
  'Of the 61 schools 58 sent a choir. Choirs of girls made 35 per cent of the {112|142} choirs: 39 were of girls.',
  'The pantry handed out 3,480 parcels last winter. Families with small children took 1,218 of them, or {35.0|39.0}%.',
  'Our fleet has 268 vans and 41 motorcycles. At the depot in Selby {75|71}% of the vans (201) passed first time.',
  'Of the 824 allotments, 206 had been left to weeds for more than twelve months ({25|52}%).',
  'Lost property handled 2,150 items. Phones made up a good part: 688 items, {32|82}%.',
  'The library budget for the year is £4.25m. Books take {20.0|18.0}% of the budget (£0.85m).',
  'We wrote to 1,460 tenants. In the first month {40|47}% sent the form back (584).',
  'The dog shelter took in 912 animals. It found homes for {693|893} of these, which is 76%.',
  'In the orchard stand 1,250 trees. The frost killed {150|180} trees, 12% in one night.',
  'Cyclists made 18,400 crossings of the bridge. Before eight in the morning there were 4,600 crossings, {25|29}%.',
  'Repairs of £4.6m are {2.3%|3.3%} of the net takings, £203.4m.',
  'There were 402 calls from 1,608 letters sent, exactly one in {four|six}.',
  'The ferry company employs 640 people. Deck hands are {37.5|31.5}% of the whole (240).',
  'Readers borrowed 96,000 books. Of these, crime novels were {24,000|29,000}, 25.0%.',
  'About one bid in seven won a stall (171 in {1,180|1,780} or 14.5%).',
  'The choir asked 61 schools to sing. Forty said maybe and 58 came. They are {95.1|98.1}% of the 61.',
  'The orchard has 3,600 trees: 2,016 apple trees, 1,332 pear trees and 252 plum trees. Apple trees are {56.0|51.0}% of the 3,600.',
  'The orchard has 3,600 trees: 2,016 apples, 1,332 pears and 252 plums. Apples are 56.0% of the 3,600, pears {37.0|87.0}%, plums 7.0%.',
  'Of those who told us their age, 260 in all, 58% ({151|851}) were under forty.',
  'In the half year {50,040|80,040} were answered, 93.5% within ten seconds (46,787).',
  'A little over a third ({5,166|5,966} days, 35%) went on the roof; 14,760 days were worked in all.',
  'Four-fifths (192 of 240) were ripe; {15|55}% (36) needed a week; and 5% (12) were bad.',
  'We sold 50,040 tickets, {93.5|99.5}% of them at the door (46,787). The bar took £1.8m.',
  'Nurses lost 12,600 days to illness. Backache accounted for {15|18}% of the days (1,890).',
  'The bakers sold 702 loaves, the grocers 541 and the mill 381, or 1,624 between them; that is {62.4|66.4}% of the 2,602.',
  'The choir holds £7.3m against a concert budget of £196.4m. That is {3.7|3.1}% of the concert budget.',
  'By train came 611 out of 1,402 (43.6%), by bus 412 (29.4% of {1,402|1,702}) and on foot 379 (27.0% of 1,402): 1,402 in all.',
  'The ferry took 12,480 cars last week. As a share of all 61,100 crossings it was {20.4|28.4}%.',
  'The choir sold 42,310 tickets, not 44,980; matinees were {14|19}% of it, at 5,923.',
  'The kitchen served 18,460 meals. Breakfasts made up 2,769 of those; that is {15|12}%.',
  'As a proportion of the 4,212 members, women (2,001) are {47.5|41.5}%.',
  'Apple trees, 1,204 in number, are {6.0|9.0}% of all trees (20,067).',
  'Shearers came to 5,850 farms. At 360 of them it rained. The 360 are {6.2|9.2}% of all visits.',
  'Pears were the largest crop: 14,870 boxes, {39|31}% of the whole. In all 38,205 boxes were sold.',
  'In the quarter 5,215 letters came by van, 3,410 of them late. Van letters made up {14|19}% of all 37,250 letters.',
]

/** True, with nothing wrong in them: the whole is not printed, or the percentage is of something else. */
const TRUE = [
  'Some walked, 312 (39%). Few drove, 90 (12% of all cars).',
  'The market had 1,460 stalls. Rents went up by 4% (£60,000).',
  'There were 912 animals at the shelter. Costs came to £410,000, 6% more than the £387,000 of last year.',
  'Asked about music, 1,856 would like more (58%), 864 would not (27%) and 480 did not mind (15%).',
  'On the pier the rate was 30.8% (58,310 of 189,316) and is now 9.9%.',
  'The orchard has 3,600 trees. We planted 214 pears. Apples are 56.0% of the 3,600, pears 37.0%.',
  'Of the 700 telephoned 434 were content. A year ago 690 had been. That is 98.6% of the 700.',
  'The drawings use 32 lines instead of 64: a third smaller, and quicker to read.',
  'The choir gave 41 concerts and 12 lessons; that is more than half of the 61 planned, and 20% of the 300 of the county.',
  'Fewer than one in ten (7%, or 29 of 412) went to the dance.',
  'In 12 of the 40 parishes fewer than 60% of people had a garden.',
]

describe('shares tied to one amount', () => {
  for (const sentence of TWINS) {
    it(`speaks of “${titleOf(sentence)}” only where its share is wrong`, () => assertTwins(check, sentence))
  }
  for (const text of TRUE) it(`says nothing against “${text}”`, () => assertQuiet(check, text))
})
