import { setOfficeRule } from '#modules/disclosure/index.js'
import { choiceField, textField } from '#platform/web/fields.js'
import { fieldError, page, redirectTo } from '#platform/web/page.js'
import { Button, Crumbs, Form, Heading, Lede, Prose, Radios, Table, Textarea, TextInput } from '#ui/components.js'
import { countOf } from '#ui/format.js'
import { type SmallNumbers, smallNumbers } from '../actions/small-numbers.js'

const ADDRESS = '/staff/measures/small-numbers'

export const smallNumbersPage = page(ADDRESS, {
  permission: 'disclosure:decide',
  load: async ({ deps }) => smallNumbers(deps.db),
  form: {
    below: textField({ max: 3, name: 'Threshold' }),
    zero: choiceField(['shown', 'withheld'], { missing: 'Say whether nought is shown' }),
    reason: textField({ missing: 'Enter why', max: 1000, name: 'Reason' }),
  },
  values: ({ rule }) => ({
    below: rule.suppressBelow === null ? '' : String(rule.suppressBelow),
    zero: rule.showsZero ? 'shown' : 'withheld',
  }),
  submit: async ({ deps, actor, input: { below, zero, reason } }) => {
    const suppressBelow = below.trim() === '' ? null : Number(below)
    const result = await setOfficeRule(deps, actor, { suppressBelow, showsZero: zero === 'shown', reason })
    if (result.ok) return redirectTo(ADDRESS, 'The rule holds from now on, on every page and in every file')
    if (result.error.code === 'no-reason') return fieldError('reason', 'Enter why')
    return fieldError('below', 'The threshold must be a whole number from 2 to 100')
  },
  title: () => 'Small numbers',
  view: (now, form) => (
    <>
      <Crumbs items={[{ label: 'Measures', href: '/staff/measures' }]} />
      <Heading>Small numbers</Heading>
      <Lede>{ledeOf(now)}</Lede>
      <Form of={form}>
        <TextInput
          field={form.below}
          label="Withhold numbers below"
          hint="Usually 5 or 10. Leave it empty to withhold none, but where a measure has its own threshold."
          width={3}
        />
        <Radios
          field={form.zero}
          legend="Nought is"
          items={[
            { value: 'shown', text: 'shown: only 1 and more are withheld' },
            { value: 'withheld', text: 'withheld too' },
          ]}
        />
        <Textarea field={form.reason} label="Why?" hint="It stays on record with the rule." rows={3} />
        <Button preventDoubleClick>Set the rule</Button>
      </Form>
      <Heading level={2}>How it works</Heading>
      <Prose>
        <p>
          A figure is withheld when it is small, or when a small one could be worked out from it: within its table, from
          other tables, and from what was published before. Both are marked [c], and nobody is told which is which. For
          shares, the number in it, the number not in it and so the share are withheld.
        </p>
        <p>
          Areas that add up to the whole are found by themselves. Measures that are the sum of others are named by the
          command <code>frankpledge measures parts</code>.
        </p>
      </Prose>
      <Exceptions now={now} />
    </>
  ),
})

function ledeOf({ rule: { suppressBelow, reason }, withheld }: SmallNumbers): string {
  const count = `${countOf(withheld, 'recorded figure')} of public measures ${withheld === 1 ? 'is' : 'are'} withheld now.`
  return suppressBelow === null
    ? `The office has no rule. ${count}`
    : `Numbers below ${suppressBelow}: ${count} Why: ${reason}`
}

function Exceptions({ now: { own, sums } }: { now: SmallNumbers }) {
  return (
    <>
      {own.length > 0 ? (
        <Table
          caption="Measures with a threshold of their own"
          columns={[
            { label: 'Measure', width: 'half' },
            { label: 'Withheld below', align: 'number' },
          ]}
          rows={own.map(({ measure, below }) => [
            <a href={`/staff/measures/${measure.id}`}>{measure.title}</a>,
            below === 0 ? 'none' : below,
          ])}
        />
      ) : null}
      {sums.length > 0 ? (
        <Table
          caption="Measures that are the sum of others"
          columns={[{ label: 'Sum', width: 'third' }, { label: 'Of' }]}
          rows={sums.map(({ whole, parts }) => [whole.title, parts.map(({ title }) => title).join(', ')])}
        />
      ) : null}
    </>
  )
}
