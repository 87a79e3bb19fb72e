import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { documentFromText } from '#modules/passages/index.js'
import { readDocument } from '#platform/documents/read-document.js'
import type { FoundPart, PartKind } from './found.js'
import { readPlan } from './read-plan.js'

async function partsOf(text: string, name = 'plan.txt'): Promise<FoundPart[]> {
  return readPlan(documentFromText(name, await readDocument(new TextEncoder().encode(text), name)))
}

const texts = (parts: readonly FoundPart[], kind: PartKind) =>
  parts.filter((one) => one.kind === kind).map((one) => one.text)
const under = (parts: readonly FoundPart[], kind: PartKind) =>
  parts.filter((one) => one.kind === kind).map((one) => `${one.theme ?? '–'} / ${one.text}`)

const MARKDOWN = `# Northmere police and crime plan

My priorities are to cut crime and to listen.

## Priority 1: Preventing crime

Crime blights lives.

### Objectives
- Reduce burglary across the county
- Bring down nuisance in town centres
  - with hotspot patrols

### What we will do
We will:
- Fund patrols in twelve town centres.

### How we will measure success
- Burglary per 1,000 households

## Priority 2: Supporting victims

### Objectives
1. Every victim is offered support

### What success looks like
More victims say that they were satisfied.

## Resources
- The budget is £182m.
`

describe('a plan whose headings have levels', () => {
  it('finds priorities as groups, and what stands under each', async () => {
    const parts = await partsOf(MARKDOWN, 'plan.md')
    assert.deepEqual(texts(parts, 'priority'), ['Preventing crime', 'Supporting victims'])
    assert.deepEqual(under(parts, 'objective'), [
      'Preventing crime / Reduce burglary across the county',
      'Preventing crime / Bring down nuisance in town centres',
      'Supporting victims / Every victim is offered support',
    ])
    assert.deepEqual(under(parts, 'commitment'), ['Preventing crime / Fund patrols in twelve town centres.'])
    assert.deepEqual(under(parts, 'measure'), ['Preventing crime / Burglary per 1,000 households'])
    assert.deepEqual(under(parts, 'outcome'), ['Supporting victims / More victims say that they were satisfied.'])
  })

  it('leaves lists alone that are no part of the plan', async () => {
    const parts = await partsOf(MARKDOWN, 'plan.md')
    assert.ok(!parts.some(({ text }) => text.includes('£182m')))
  })

  it('reads a plan on a page from a table, and joins it to the chapters', async () => {
    const parts = await partsOf(
      `<h1>Plan</h1><p>My plan has two themes:</p><ul><li>Safer streets</li><li>Trusted policing</li></ul>
       <h2>Safer streets</h2><p><b>Aim:</b> fewer people are harmed on our roads.</p>
       <h2>On a page</h2><table><tr><th>Theme</th><th>Aim</th></tr>
       <tr><td>Safer streets</td><td>Fewer people are harmed on our roads</td></tr>
       <tr><td>Trusted policing</td><td>Raise standards in the force</td></tr></table>`,
      'plan.html',
    )
    assert.deepEqual(texts(parts, 'theme'), ['Safer streets', 'Trusted policing'])
    assert.deepEqual(under(parts, 'aim'), [
      'Safer streets / Fewer people are harmed on our roads.',
      'Trusted policing / Raise standards in the force',
    ])
    assert.equal(parts.find(({ kind }) => kind === 'aim')?.also.length, 1)
  })
})

const DAMAGED = ` Victims
ShAred OuTCOme: Victims are at the heart of the justice system
and have somewhere to turn, whatever it was that happened to them
AIm: Put victims ﬁrst

he needs of victims come before those of the organisations that were made to
serve them, and everybody who works in the county should know that it is so.

 Victims Objectives
The police respond to
each person’s needs at once

Victims are told how
their case is going

PrIOrITIeS FOr ACTIOn
5 ensure that every victim is oﬀered help at the
ﬁrst call.
5 review how calls are graded.

Police and Crime Plan 2017-20                                     11
`

describe('a plan as a PDF gives it', () => {
  it('reads labels in broken capitals, bullets that became digits, and columns', async () => {
    const parts = await partsOf(DAMAGED)
    assert.deepEqual(texts(parts, 'theme'), ['Victims'])
    assert.deepEqual(under(parts, 'aim'), ['Victims / Put victims first'])
    assert.match(texts(parts, 'outcome')[0] ?? '', /^Victims are at the heart .* happened to them$/)
    assert.deepEqual(texts(parts, 'objective'), [
      'The police respond to each person’s needs at once',
      'Victims are told how their case is going',
    ])
    assert.deepEqual(texts(parts, 'priority'), [
      'Ensure that every victim is offered help at the first call.',
      'Review how calls are graded.',
    ])
  })

  it('leaves a torn table alone, whose heads stand together and whose cells are in no order', async () => {
    const parts = await partsOf('Strategic theme\n\nAim\n\nShared outcome\n\nDeliver for victims\n\nOffenders\n')
    assert.deepEqual(parts, [])
  })

  it('puts a list of numbered objectives under no theme when none is named', async () => {
    const parts = await partsOf('Strategic objective 1: Protect the vulnerable\nStrategic objective 2: Tackle gangs\n')
    assert.deepEqual(under(parts, 'objective'), ['– / Protect the vulnerable', '– / Tackle gangs'])
  })

  it('does not take prose about priorities for a label', async () => {
    const parts = await partsOf(
      'The Commissioner has set out clear priorities for the force, and these are\npriorities\nthat the public share. Our aims are modest.\n',
    )
    assert.deepEqual(parts, [])
  })
})

const TYPED = `1. Our pillars .......... 3
2. Contact us .......... 9

Our mission

Policing that is near and fair.

Pillar A: Near

Ambition

People know who polices their street.

What we will do

• Keep neighbourhood teams at full strength

• Hold a public meeting in each town twice a year

How we will know

• Meetings held

Accountability

I will hold the Chief Constable to account each month in public.
`

describe('a plan that was typed without styles', () => {
  it('has lettered pillars as themes, typed points as a list, its one mission as its vision, and no line of its contents', async () => {
    const parts = await partsOf(TYPED)
    assert.deepEqual(texts(parts, 'vision'), ['Policing that is near and fair.'])
    assert.deepEqual(texts(parts, 'theme'), ['Near'])
    assert.deepEqual(under(parts, 'aim'), ['Near / People know who polices their street.'])
    assert.deepEqual(texts(parts, 'commitment'), [
      'Keep neighbourhood teams at full strength',
      'Hold a public meeting in each town twice a year',
    ])
    assert.deepEqual(texts(parts, 'measure'), ['Meetings held'])
  })

  it('has a heading that a narrow column broke as one, and the same digit before each point as a bullet', async () => {
    const broken =
      'Theme 1: Confident\ncommunities\n\nObjectives\n3 Put a named officer in each ward\n3 Answer 101 calls faster\n3 Listen\n'
    const parts = await partsOf(broken)
    assert.deepEqual(texts(parts, 'theme'), ['Confident communities'])
    assert.deepEqual(texts(parts, 'objective'), [
      'Put a named officer in each ward',
      'Answer 101 calls faster',
      'Listen',
    ])
    const [theme] = parts
    assert.equal(broken.slice(theme?.span.start, theme?.span.end), 'Theme 1: Confident\ncommunities')
  })
})

describe('a list that says how many it has', () => {
  it('is read number by number where each stands on a line of its own', async () => {
    const parts = await partsOf(
      'My plan has three priorities:\n\n1. Prevent crime\n\n2. Protect people\n\n3. Listen\n\n4. Money\n',
    )
    assert.deepEqual(texts(parts, 'priority'), ['Prevent crime', 'Protect people', 'Listen'])
  })
})

describe('every part', () => {
  it('is a stretch of the document’s own text, with its line', async () => {
    for (const part of await partsOf(DAMAGED)) {
      assert.equal(DAMAGED.slice(part.span.start, part.span.end), part.span.quote)
      assert.equal(DAMAGED.slice(0, part.span.start).split('\n').length, part.span.line)
    }
  })

  it('is found in any text without a fault, always inside it', async () => {
    const word = fc.constantFrom(
      'Aim:',
      'Objectives',
      'Priority 1:',
      '5 do it',
      '•',
      'Theme',
      '\n',
      '\n\n',
      'our',
      'Victims',
    )
    await fc.assert(
      fc.asyncProperty(fc.array(word, { minLength: 1, maxLength: 40 }), async (words) => {
        const text = `A ${words.join(' ')}`
        for (const { span } of await partsOf(text)) assert.equal(text.slice(span.start, span.end), span.quote)
      }),
    )
  })
})
