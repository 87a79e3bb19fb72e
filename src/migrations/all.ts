import type { SchemaMigration } from '#platform/db/schema.js'
import { auditTrail } from './0001-audit-trail.js'
import { people } from './0002-people.js'
import { body } from './0003-body.js'
import { plan } from './0004-plan.js'
import { delivery } from './0005-delivery.js'
import { measures } from './0006-measures.js'
import { reports } from './0007-reports.js'
import { measuresVintages } from './0008-measures-vintages.js'
import { exportsDisclosure } from './0009-exports-disclosure.js'
import { comparisonsGroups } from './0010-comparisons-groups.js'
import { importsMappings } from './0011-imports-mappings.js'
import { figureCheckFindings } from './0012-figure-check-findings.js'
import { measuresChart } from './0013-measures-chart.js'
import { comparisonsNames } from './0014-comparisons-names.js'
import { policeDataLake } from './0015-police-data-lake.js'
import { geographyAreas } from './0016-geography-areas.js'
import { nationalTablesFigures } from './0017-national-tables-figures.js'
import { documentsDrafts } from './0018-documents-drafts.js'
import { measuresChecks } from './0019-measures-checks.js'
import { preElectionPeriods } from './0020-pre-election-periods.js'
import { reportsSections } from './0021-reports-sections.js'
import { peopleSecondFactor } from './0022-people-second-factor.js'
import { publicationsCorrections } from './0023-publications-corrections.js'
import { operationsRuns } from './0024-operations-runs.js'
import { peopleWaysIn } from './0025-people-ways-in.js'
import { documentsStyle } from './0026-documents-style.js'
import { reportsFreezing } from './0027-reports-freezing.js'
import { nationalTablesBindings } from './0028-national-tables-bindings.js'
import { auditOrigin } from './0029-audit-origin.js'
import { peopleRoles } from './0030-people-roles.js'
import { returnedPapers } from './0031-returned-papers.js'
import { planReadings } from './0032-plan-readings.js'
import { peopleRecoveryCodes } from './0033-people-recovery-codes.js'
import { filesKept } from './0034-files-kept.js'
import { bindings } from './0035-bindings.js'
import { deliveryNotes } from './0036-delivery-notes.js'

/** Every change of the schema, in order, from the first. */
export const MIGRATIONS: readonly SchemaMigration[] = [
  auditTrail,
  people,
  body,
  plan,
  delivery,
  measures,
  reports,
  measuresVintages,
  exportsDisclosure,
  comparisonsGroups,
  importsMappings,
  figureCheckFindings,
  measuresChart,
  comparisonsNames,
  policeDataLake,
  geographyAreas,
  nationalTablesFigures,
  documentsDrafts,
  measuresChecks,
  preElectionPeriods,
  reportsSections,
  peopleSecondFactor,
  publicationsCorrections,
  operationsRuns,
  peopleWaysIn,
  documentsStyle,
  reportsFreezing,
  nationalTablesBindings,
  auditOrigin,
  peopleRoles,
  returnedPapers,
  planReadings,
  peopleRecoveryCodes,
  filesKept,
  bindings,
  deliveryNotes,
]
