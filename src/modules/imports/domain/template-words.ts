/** The heads of a template workbook. All are known by name, so that it comes back without a mapping. */
export const TEMPLATE_HEADS = [
  'Measure',
  'Title',
  'Period',
  'Numerator',
  'Denominator',
  'Value',
  'Status',
  'Note',
  'Due by',
  'Last period',
  'Last figure',
  'What is counted',
  'What it is a share of',
  'Unit',
] as const

/** How a template is filled in, line by line, for its second sheet. */
export function templateNotes(owner: string, made: string): string[] {
  return [
    `Figures due from: ${owner}`,
    `Made on ${made}`,
    '',
    'Fill in the columns Numerator, Denominator, Value, Status and Note. Leave the others as they are.',
    'A count goes under Numerator or Value. A percentage has a numerator and a denominator, or its value with a % sign.',
    'Pounds, rates and lengths of time go under Value.',
    'Status is final, provisional or estimated; nothing means final. Where there is no figure, write missing and say why under Note.',
    'Rows that you leave empty are passed over, so you may send the workbook back half filled.',
    'For a period that is not listed, copy a row below and change its period, written like 2025-03, 2024/25 Q4, 2024/25, 2024, 12m to 2025-03 or 2025-03-31.',
    'Send the workbook back as it is, or take it in on the page “Take in figures”.',
  ]
}
