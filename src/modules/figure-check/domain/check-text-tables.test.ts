import { describe, it } from 'node:test'
import { assertTwins, titleOf } from '#test/support/twins.js'
import { checkDocument } from './check-document.js'

const check = (document: Parameters<typeof checkDocument>[0]) => checkDocument(document).findings

/** Tables as extraction leaves them in plain lines: each right with the first of two, and told with the second. */
const TWINS = [
  'The fund was spent on four things.\nPurpose\nPay\nVehicles\nTraining\nPremises\nWhole fund\n£000\n{1,412|1,912}\n386\n204\n518\n2,520\nShare\n56%\n15.3%\n8.1%\n20.6%\n100%\n',
  '3. By area\n\nDistrict\nAsh\nElm\nOak\nYew\nAll\nCalls\n1,204\n988\n1,461\n702\n4,355\nAnswered\n1,101\n902\n{1,330|1,380}\n655\n3,988\n',
  'Callers are many.\n\nAnswered in time          to Mar 24    to Mar 25\nCalls                      42,310       44,905\nIn time                    38,925       {41,313|47,313}\nShare                      92.0%        92.0%\n\nSCRUTINY PAPER 4   OFFICIAL                               2\nThe rest waited.\n',
  'Contact\n\nLine             2023/24   2024/25   Change\nCalls to 999      51,620    54,340    {+5.3%|+8.3%}\nCalls to 101     101,224    98,936    -2.3%\nOnline reports    22,400    31,760   +41.8%\nTotal            175,244   185,036    +5.6%\n',
  'Who came to us\n\nby the police: 312 (52%)\nby a doctor: 126 (21%)\nby a school: 96 ({16%|46%})\nby themselves: 66 (11%)\n',
  'The plan is paid for so.\n\nTotal to find: £48.2m\n   from government       £27.0m   {56%|50%}\n   from council tax      £19.3m   40%\n   from reserves          £1.9m   4%\nAnd so on.\n',
  'Reserves (£m)\nReserve 1 April 2023      In Out 31 March 2024\nGeneral             6.4   0.5  0.3   {6.6|6.2}\nInsurance           2.8   0.4  0.9   2.3\nChange              5.1   0.0  1.6   3.5\n',
  'Patrols\n\nFixed cameras           11,420   12,333\nMobile vans              4,210    4,631\nRed light                1,105    1,144\nTotal                   16,735   {18,108|16,108}\nRoad Safety Partnership                     5\n',
  'Source of income            2024     2025\nGrant                      612.4    630.8\nFees                        88.1     91.5\nTotal                      700.5    {722.3|727.3}\nBorough of Stonham   Finance Panel                    3\n',
  'Band\n£000\nRates\nEnergy\nRepairs\nTotal\n£000\n980\n1,460\n{1,245|1,845}\n3,685\n\nRates are fixed.\n',
]

describe('a table that plain lines hold', () => {
  for (const table of TWINS)
    it(`tells what does not follow: ${titleOf(table)}`, () => assertTwins(check, table, 'paper.txt'))
})
