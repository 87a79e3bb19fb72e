import { Table } from '#ui/components.js'

/** Every part that a template can ask for, as the guide for writers has it. */
const PARTS: readonly (readonly [string, string])[] = [
  [
    ':::section{name=own-…} … :::',
    'A section that the office can write in; what stands inside stands there until it does',
  ],
  [':::each{of=themes} … :::', 'Repeats what is inside for each theme; of=objectives for each commitment'],
  [
    ':field[theme]',
    'A word: title, addressed-to, meeting, period, period-end, body, office-holder, chief-officer, panel, plan, vision, plan-started, plan-until, themes, theme, objective',
  ],
  ['::particulars  ::plan-facts', 'To whom, when; what the plan is'],
  ['::vision  ::promises  ::promise  ::plan-text  ::plan-grid{states=yes}', 'The plan’s own words'],
  ['::overview  ::delivery  ::commitments  ::actions  ::updates  ::exceptions', 'What is being done'],
  ['::signals  ::figures{most=2}  ::how-to-read  ::framework{slug=…}', 'What the measures say'],
  ['::chart{measure=…}  ::table{measures="…"}', 'One measure as a chart; several in a table'],
  ['::map{by=district kind=burglary}  ::map{measure=…}', 'Crimes by area; a measure by area'],
  [':fig[burglary.2024/25]{form=comparison}', 'A live figure: value, change, percent, comparison, rank, sentence'],
  ['::sources', 'Every measure with its definition and source'],
]

export function TemplateHelp() {
  return (
    <Table
      caption="Parts of a template"
      captionHidden
      stacks
      columns={[{ label: 'Write', width: 'half' }, { label: 'Get' }]}
      rows={PARTS.map(([write, get]) => [<code key="write">{write}</code>, get])}
    />
  )
}
