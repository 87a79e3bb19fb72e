import { bindingsModule } from '#modules/bindings/module.js'
import { bodyModule } from '#modules/body/module.js'
import { claimsModule } from '#modules/claims/module.js'
import { comparisonsModule } from '#modules/comparisons/module.js'
import { dataPackModule } from '#modules/data-pack/module.js'
import { deliveryModule } from '#modules/delivery/module.js'
import { deskModule } from '#modules/desk/module.js'
import { disclosureModule } from '#modules/disclosure/module.js'
import { documentsModule } from '#modules/documents/module.js'
import { exampleModule } from '#modules/example/module.js'
import { exportsModule } from '#modules/exports/module.js'
import { figureCheckModule } from '#modules/figure-check/module.js'
import { formulasModule } from '#modules/formulas/module.js'
import { geographyModule } from '#modules/geography/module.js'
import { importsModule } from '#modules/imports/module.js'
import { localCrimeModule } from '#modules/local-crime/module.js'
import { measuresModule } from '#modules/measures/module.js'
import { nationalTablesModule } from '#modules/national-tables/module.js'
import { openDataModule } from '#modules/open-data/module.js'
import { operationsOver } from '#modules/operations/module.js'
import { passagesModule } from '#modules/passages/module.js'
import { peopleModule } from '#modules/people/module.js'
import { planModule } from '#modules/plan/module.js'
import { planReadingModule } from '#modules/plan-reading/module.js'
import { policeDataModule } from '#modules/police-data/module.js'
import { preElectionModule } from '#modules/pre-election/module.js'
import { publicSiteModule } from '#modules/public-site/module.js'
import { publicationsModule } from '#modules/publications/module.js'
import { quantitiesModule } from '#modules/quantities/module.js'
import { reportsModule } from '#modules/reports/module.js'
import { returnedPapersModule } from '#modules/returned-papers/module.js'
import { statisticsModule } from '#modules/statistics/module.js'
import { tablesModule } from '#modules/tables/module.js'
import type { Module } from '#platform/module.js'

const BUSINESS: readonly Module[] = [
  publicationsModule,
  returnedPapersModule,
  preElectionModule,
  planReadingModule,
  documentsModule,
  localCrimeModule,
  policeDataModule,
  nationalTablesModule,
  geographyModule,
  claimsModule,
  tablesModule,
  quantitiesModule,
  passagesModule,
  figureCheckModule,
  exportsModule,
  importsModule,
  comparisonsModule,
  disclosureModule,
  formulasModule,
  statisticsModule,
  bindingsModule,
  bodyModule,
  dataPackModule,
  deliveryModule,
  deskModule,
  exampleModule,
  measuresModule,
  openDataModule,
  peopleModule,
  planModule,
  publicSiteModule,
  reportsModule,
]

/** Every module of the application. Order does not matter. */
export const MODULES: readonly Module[] = [
  ...BUSINESS,
  operationsOver(BUSINESS.flatMap(({ retention }) => retention ?? [])),
]
