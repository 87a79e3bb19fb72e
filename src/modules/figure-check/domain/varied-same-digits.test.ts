import { describe, it } from 'node:test'
import { assertQuiet, assertTwins, titleOf } from '#test/support/twins.js'
import { checkDocument } from './check-document.js'

const check = (document: Parameters<typeof checkDocument>[0]) => checkDocument(document).findings

/** Each right with the first of two, and wrong with the second. */
const TWINS = [
  'The dog unit costs {£1.46m|£14.6m} (£1,460k) a year to run.',
  'The fund gave £52k ({£52,140|£5,200}) to clubs.',
  'Ill-health pensions came to £2.37m ({£2,370k|£237k}), which is paid from revenue.',
  'Insurance stands at £3.85m. In the risk paper the same insurance stands at {£3,850,000|£385,000}.',
  '£7.26m, shown in the accounts as {£7,260k|£726k}, goes on training.',
  'We paid out £236,000 in 14 awards. The {£236,000|£2.36m} paid came from fines.',
  'The kennels cost £58,000. The whole {£58,000|£580,000} was borrowed.',
  'Sales of land brought in £4.35m. The {£4.35m|£43.5m} will be spent on roofs.',
  'The pension grant is £1.9 million. The {£1.9 million|£1.9 thousand} grant arrives in June.',
  'Altogether £812,000 went to schools. Every penny of the {£812,000|£812m} was spent.',
  'We hold £6.3m in the vehicle reserve. By 2027 the vehicle reserve of {£6.3m|£63m} will be gone.',
  'The press office answered 1,420 letters, half of them about noise. Altogether the {1,420|14,200} letters took 300 hours.',
  'Power stations cost £16.0m: towers (£6.4m), pipes (£4.1m), meters (£3.0m) and wire (£2.5m). The meters, at {£3.0m|£3,000m}, are late.',
  'Savings of £2.6m were made, £1.5m on energy and the rest, £1.1m, on boats. The saving on boats, of {£1.1m|£11m}, was remarked upon.',
  'You would pay 44.3% through the precept (£95.3 million). Prices go up.\n\n## Why\n\nThe precept would bring in {£95.3 million|£953 million} in all.',
  'Fourteen officers were suspended. Paying them costs £735,000 a year, at £52,500 each. But {£735,000|£7.35m} for suspended officers is a lot.',
  '- **Overtime:** {£1.94m|£194,000} in the quarter\n\n## Money\n\nOvertime in the quarter cost £1.94 million, £230,000 above the £1.71 million in the budget.',
  'Officers went to {38,400|384,000} emergencies last year.\n\n## Demand\n\nEmergency calls numbered 38,400 in 2024/25. Spread over 12 months the 38,400 make 3,200 a month.',
  'Demand was heavy: applicants sought {£0.61 million|£6.12 million}. By the closing day 38 applications for £612,400 had come in.',
  'The licences for the records system cost £1,460,000 a year.\n\n## Risks\n\nWithout them {£1.46m|£14.6m} of licence spending would be lost.',
  'Our victim service was in touch with 14,250 people.\n\n## Next year\n\nWith {14,250|142,500} people in touch with the victim service, a second hub is needed.',
  'The audit fee is £52,000. We asked why the audit should cost {£52,000|£520,000}.',
]

/** True, with nothing wrong in them. */
const TRUE = [
  'A place costs £30 a night and £300 a fortnight. Prizes of £50 and £5,000 were given. The grant was £4,000; in all grants came to £40,000.',
  'The budget is £42m. A rise of 10% would cost £4.2m. The £4.2m is not to be had.',
  'We spent £1.8m on ten stations. The £180,000 for Elm went on its roof.',
  'The fund holds £360,000. Holme was paid £36,000. The £36,000 came in March.',
  'Overtime was £1.2m. The £12,000 of it for the fair was paid back by the town.',
  'There are 1,350 searches in the file. Of these 135 were of boys. Altogether the 135 took 40 hours.',
  'The precept brings £92.4m. A home pays £92.40 more than in Wales.',
  'Reserves are £6.5m. The grant of £650,000 from the Home Office ends in May.',
  'Set-up costs £240,000. Running costs £24,000 a month, and the £24,000 is paid in advance.',
  'The old contract was £3.15m over ten years. The £315,000 of the first year is due now.',
  'Each of 100 homes gets £85. The £8,500 is from the fund.',
  'Of 9,480 people 948 were sent by agencies. Police referrals make up 65% of all 9,480 people.',
  'Women were 2,016 of the 3,600 staff. Illness was the reason for three days in ten of the 20,160 days lost.',
  'The programme of £16.9m has 12 parts. The smallest is £1.69m.',
]

describe('one figure given twice in two sizes', () => {
  for (const each of TWINS) it(`tells right from wrong in: ${titleOf(each)}`, () => assertTwins(check, each))
  for (const each of TRUE) it(`says nothing of: ${titleOf(each)}`, () => assertQuiet(check, each))
})
