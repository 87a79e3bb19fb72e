import { describe, it } from 'node:test'
import { assertQuiet, assertTwins, titleOf } from '#test/support/twins.js'
import { checkDocument } from './check-document.js'

const check = (document: Parameters<typeof checkDocument>[0]) => checkDocument(document).findings

/** How many things there are, where they are told off; each right with the first of two, wrong with the second. */
const COUNTS = [
  'The choirmaster spoke about {three|four} matters: breath, pitch and posture.',
  'I leave you with {three|four} wishes. First, be kind to the bees. Second, mend the gate. And third, keep the bell ringing until spring comes.',
  '- Mend the roof\n- Sweep the yard\n- Paint the door\n\nThe {three|four} jobs listed above are for May.',
  '- 140 lambs\n- 62 ewes\n- 9 rams\n- 3 dogs\n\nPrices rose for all {four|five} kinds in the list above.',
  '4. The warden set {two|three} conditions:\n\n   - dogs are kept on a lead;\n   - gates are shut.\n\n5. The path opens in June.',
  'The farm took on {three|five} hands, two for lambing and one for the hedges, and let the top field.',
  'The mill hired {four|six} millers, two from Ely, one from March and one from Soham.',
  'Over tea we talked about {four|six} hopes: rain, sun, wind and rest.',
]

/** Where a text sends its reader; right with the first, wrong with the second. */
const POINTERS = [
  'Letter to members.\n\nI enclose the rota. See Enclosure {1|3}.\n\nEnclosure 1: the rota\n\nApril: Ann. May: Bob.',
  'The well.\n\n| Month | Depth |\n|---|---|\n| May | 12 |\n| June | 14 |\n\n{The table above|The map overleaf} gives the depth.',
  'News of the hive.\n\n{Ring us|Turn to page 14} for the full tale of the swarm.',
  'Our plot is small. {It lies by the brook.|The plan on the back page shows it.}',
  'Rules of the club.\n\n{Rules were agreed in May.|The form attached at the end of this letter must be signed.}',
  '# Review\n\n## Section 1: What came in\n\nText.\n\n## Section 2: What we did\n\nText.\n\n## Section {3|4}: Who asks\n\nText.\n\n## Section {4|5}: Learning\n\nText.',
  'Q1 Do you feel safe?\n\nMost do.\n\nQ2 Who should act?\n\nAll of us.\n\nQ{3|4} Would you pay more?\n\nA few would.',
  '# Plan\n\nStep 1: survey.\n\nStep 2: design.\n\nStep {3|4}: build.\n\nStep {4|5}: open.',
  'Stage 1, spring: ask people.\nStage 2, summer: write it up.\nStage {3|4}, autumn: agree it.',
  'What we ask:\n\n1. Cameras first.\n2. Grounds twice.\n{3|2}. Ten checks a month.',
  '1 Aims\n\n1.1 The paper sets out our aims for the year ahead and who will meet them.\n\n1.2 The paper was written in June by the office and the force together.\n\n1.{3|4} Members are asked to note it.\n\n2 Costs\n\n2.1 The costs are met from reserves as before.\n\n2.2 Nothing else is asked for.\n\n3 Risks\n\n3.1 Few risks are known.\n\n3.{2|3} The largest is delay.',
  '# Grants\n\nAll of the awards are listed in the schedule.{\n\n# Schedule of awards\n\n- Ash|}',
  '# Grants\n\nThe site list stands at Schedule 3.{\n\n# Schedule 3\n\n- Ash|}',
]

/** Percentages of people and the number that they are of. */
const BASES = [
  'A poll of all 64 members found that {62.5%|63.2%} keep hens; 20 more were asked by post.',
  'Seven of a dozen smiths came; of the same dozen {75%|79%} had been before.',
  'Of the 40 riders, {25%|29%} of the 12 who fell were hurt.',
  'Among the 16 bell ringers {31.25%|31.5%} are under thirty, and they gave 200 hours.',
  'The 18 stewards were asked in May: {50%|53%} would serve again.',
  'A show of hands by the 30 present gave {70%|72%} for the motion.',
]

/** True, with nothing wrong in them. */
const TRUE = [
  'Nine are sown, five are dug and two not begun.',
  'Six barns and four sheds: ten roofs, exactly as many as were insured.',
  'We asked about four fields: the long one is dry.',
  '- A gate\n- A stile\n- A bridge\n\nTwo of the three above need paint.',
  'The two rules above all others are care and thrift.',
  'As the chart shows, the tide is high.',
  '1. Dig\n2. Sow\n\nA note.\n\n3. Reap\n4. Bind',
  'Searches under Schedule 7 to the Terrorism Act fell. The powers are in Schedule 1 of the Order.',
  'Phase 1 ended in May. Phase 2 runs now. Phase 4 is not funded.',
  'Priority 1 and Priority 3 are dealt with here.',
  'Rainfall was low.\n\nClub report        Page 41 of 90',
]

describe('what a text points to', () => {
  for (const each of [...COUNTS, ...POINTERS, ...BASES])
    it(`tells right from wrong in: ${titleOf(each)}`, () => assertTwins(check, each))
  for (const each of TRUE) it(`says nothing of: ${titleOf(each)}`, () => assertQuiet(check, each))
})
