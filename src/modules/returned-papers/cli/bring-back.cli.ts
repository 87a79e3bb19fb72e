import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Json } from '#kernel/canonical-json.js'
import { countOf } from '#kernel/words.js'
import { reportBySlug } from '#modules/reports/index.js'
import type { Command } from '#platform/cli/command.js'
import { UsageError } from '#platform/cli/run.js'
import { found } from '#platform/errors.js'
import { paperEdits, type StandingEdit } from '../actions/paper-edits.js'
import { receivePaper } from '../actions/receive-paper.js'
import { takeEdits } from '../actions/take-edits.js'
import { noteWords, refusalWords } from '../actions/words.js'

/** `frankpledge report bring-back`: what was changed in a report's Word file, and with --take into its words. */
export const bringBack: Command = {
  name: 'report bring-back',
  permission: 'reports:edit',
  summary: 'Show what was changed in a report’s Word file, edit by edit; with --take, take all of it into the report',
  usage: '<report> <file.docx> [--take]',
  options: { take: 'flag' },
  arity: [2, 2],
  run: async ({ deps, actor, args: [slug = '', name = ''], options, say }) => {
    const report = found(await reportBySlug(deps.db, slug), `There is no report '${slug}'`)
    const bytes = await bytesOf(name)
    const received = await receivePaper(deps, actor, { reportId: report.id, fileName: basename(name), bytes })
    if (!received.ok) throw new UsageError(`${name}: ${refusalWords(received.error)}.`)
    const { sections, outside } = await paperEdits(deps, received.value)
    const edits = sections.flatMap((section) => section.edits)
    const chosen = edits.filter(({ state }) => state === 'open').map(({ id }) => id)
    const request = { paperId: received.value.id, chosen }
    const taken = options.take && chosen.length > 0 ? await takeEdits(deps, actor, request) : undefined
    if (taken && !taken.ok) say('Nothing was taken: a section would become too long.')
    const count = taken?.ok ? taken.value.edits : 0
    return {
      lines: [
        ...sections.flatMap((section) => ['', section.heading, ...section.edits.flatMap(linesOf)]),
        '',
        `${countOf(edits.length, 'change')}, ${countOf(outside.length, 'change')} outside the office’s own words, ${count} taken`,
      ],
      data: { report: slug, edits: edits.map(asJson), outside: outside.map((each) => ({ ...each })), taken: count },
    }
  },
}

function asJson({ id, section, kind, before, after, state, notes, authors, patch }: StandingEdit): Json {
  return {
    ...{ id, section, kind, before, after, state, markdown: patch.text },
    ...{ notes: notes.map(noteWords), authors: [...authors] },
  }
}

async function bytesOf(name: string): Promise<Uint8Array> {
  try {
    return await readFile(name)
  } catch {
    throw new UsageError(`There is no file '${name}' that can be read.`)
  }
}

function linesOf({ before, after, notes, state }: StandingEdit): string[] {
  return [
    ...(before === '' ? [] : [`  - ${before}`]),
    ...(after === '' ? [] : [`  + ${after}`]),
    ...notes.map((note) => `    ${noteWords(note)}`),
    ...(state === 'open' ? [] : [state === 'taken' ? '    It stands there already.' : '    Changed there since.']),
  ]
}
