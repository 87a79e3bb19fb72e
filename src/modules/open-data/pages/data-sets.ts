import type { DataSet } from './data-set.js'
import { actionData, milestoneData, updateData } from './delivery-data.js'
import { measureData, observationData } from './measure-data.js'
import { planParts } from './plan-data.js'
import { reportData } from './report-data.js'

/** Every table of open data, in the order of the page that lists them. */
export const DATA_SETS: readonly DataSet[] = [
  planParts,
  actionData,
  milestoneData,
  updateData,
  measureData,
  observationData,
  reportData,
]
