import { documentFromText } from '#modules/passages/index.js'
import { readDocument, UnreadableDocument } from '#platform/documents/read-document.js'
import { answerOnce } from '#platform/limited-process.js'
import type { FoundPart } from '../domain/found.js'
import { type MoneyTable, moneyTables } from '../domain/money-rows.js'
import { readPlan } from '../domain/read-plan.js'

/** A file to read: its name tells the form where its first bytes do not. */
type PlanFile = { readonly name: string; readonly bytes: Uint8Array }

/** What was found in a file, or why it cannot be read. */
export type PlanReading =
  | { readonly title: string | null; readonly parts: readonly FoundPart[]; readonly money: readonly MoneyTable[] }
  | { readonly problem: string }

/** Reads a plan that may be hostile, in a process with limits. */
answerOnce(async ({ name, bytes }: PlanFile): Promise<PlanReading> => {
  try {
    const document = documentFromText(name, await readDocument(bytes, name))
    return { title: document.title ?? null, parts: readPlan(document), money: moneyTables(document) }
  } catch (problem) {
    return { problem: problem instanceof UnreadableDocument ? problem.message : DAMAGED }
  }
})

const DAMAGED = 'This file cannot be read: it is damaged, or not what its name says'
