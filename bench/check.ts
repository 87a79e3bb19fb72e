import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  type Case,
  casesOf,
  partsNamed,
  precisionOf,
  recallOf,
  type Score,
  scoreOf,
  type Tally,
} from '#test/support/figure-evaluation.js'
import { mutationOf } from './check-mutation.js'
import { ownPages } from './check-own-pages.js'

/** Numbers are changed in the held-out documents and in so many of the sets opened last: every change is a reading of its own. */
const MUTATED = 2

const isTuning = process.argv.includes('--tune')
const percent = (share: number) => `${(share * 100).toFixed(share === 1 ? 0 : 1)}%`

function totalOf(score: Score): Tally {
  const total: Tally = { planted: 0, found: 0, sameVerdict: 0, right: 0, alarms: 0, questions: 0 }
  for (const tally of score.tallies.values()) {
    for (const key of Object.keys(total) as (keyof Tally)[]) total[key] += tally[key]
  }
  return total
}

function rowsOf(score: Score): string[] {
  return [...[...score.tallies].sort(), ['all', totalOf(score)] as const].map(
    ([kind, tally]) =>
      `| ${kind} | ${tally.planted} | ${tally.found} | ${percent(recallOf(tally))} | ${tally.right} | ${tally.alarms} | ${percent(precisionOf(tally))} | ${tally.questions} |`,
  )
}

const head = [
  '| Kind | Planted | Found | Recall | Right findings | False alarms | Precision | Questions on true text |',
  '|---|--:|--:|--:|--:|--:|--:|--:|',
]

const forms: Record<string, string> = {
  docx: 'Word',
  html: 'HTML',
  md: 'Markdown',
  pdf: 'PDF',
  txt: 'Plain text, most of it damaged as by extraction',
}

/** How the same documents do by the form in which they are written. */
function rowsByForm(cases: readonly Case[]): string[] {
  const byForm = Map.groupBy(cases, ({ name }) => name.split('.').at(-1) ?? '')
  return [...byForm].sort().map(([form, documents]) => {
    const total = totalOf(scoreOf(documents))
    return `| ${forms[form] ?? form} | ${documents.length} | ${total.planted} | ${total.found} | ${percent(recallOf(total))} | ${total.alarms} |`
  })
}

/** What was measured on one part, as a chapter of the results. */
function chapter(title: string, cases: Case[]): string[] {
  const score = scoreOf(cases)
  return [
    `## ${title}`,
    '',
    ...head,
    ...rowsOf(score),
    '',
    `Of ${score.truths} true statements marked in them, ${score.truthsFlagged} are flagged (${percent(score.truthsFlagged / score.truths)}).`,
    '',
    '| Form | Documents | Planted | Found | Recall | False alarms |',
    '|---|--:|--:|--:|--:|--:|',
    ...rowsByForm(cases),
    '',
  ]
}

/** What is missed and what is flagged without ground in a part that may be looked at. */
async function printTuning(part: string): Promise<void> {
  const cases = await casesOf(part)
  const score = scoreOf(cases)
  console.log([part, ...head, ...rowsOf(score), '', 'Missed', ...score.missed].join('\n'))
  console.log(['', 'False alarms', ...score.alarms, ''].join('\n'))
  if (!process.argv.includes('--quick')) console.log((await mutationOf([{ name: part, cases }], [])).join('\n'))
}

async function partsWithCases(start: 'tune' | 'unseen'): Promise<{ name: string; cases: Case[] }[]> {
  const parts = partsNamed(start).map(async (name) => ({ name, cases: await casesOf(name) }))
  return Promise.all(parts)
}

async function writeResults(): Promise<void> {
  const [tuning, unseen] = [await partsWithCases('tune'), await partsWithCases('unseen')]
  const pages = process.argv.includes('--quick') ? [] : await ownPages()
  const mutation = await mutationOf([...tuning.slice(-MUTATED), ...unseen], pages)
  const report = [
    ...preface,
    ...(unseen.length === 0
      ? ['## Held-out documents', '', 'There are none at present: nothing here was measured unseen.', '']
      : unseen.flatMap(({ name, cases }) => chapter(`Held-out documents (\`${name}\`)`, cases))),
    ...tuning.flatMap(({ name, cases }) => chapter(`Documents for tuning (\`${name}\`)`, cases)),
    ...mutation,
  ]
  console.log(report.join('\n'))
  writeFileSync(join(import.meta.dirname, '../../docs/figure-check-results.md'), `${report.join('\n')}\n`)
}

const preface = [
  '# Figure check: results',
  '',
  'Written by `npm run bench:check`. The documents stand in `evaluation/figure-check`, each with a list of the errors',
  'planted in it and of statements that are true, and with the arithmetic of every label, which the suite works out.',
  'Rules are made and tuned on the documents of the folders `tune…` only. The held-out documents, in `unseen`, were',
  'written apart, by somebody who had not seen the rules; nobody who makes rules opens them. A set that has been looked',
  'at, if only by way of what was missed in it, is held out no longer: the README there says what each gave when it was',
  'last unseen. The register check works with a small register that tells when each figure was known; stale text and some',
  'contradictions are found by comparing with another document.',
  '',
]

if (isTuning) for (const part of partsNamed('tune')) await printTuning(part)
else await writeResults()
