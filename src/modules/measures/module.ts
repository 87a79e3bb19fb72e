import type { Module } from '#platform/module.js'
import { importMeasures } from './cli/import.cli.js'
import { listMeasures } from './cli/list.cli.js'
import { acknowledgeBreakCommand, breakSeries, rebaseSeries, setTargetCommand, takeBackMark } from './cli/marks.cli.js'
import { publishMeasureCommand } from './cli/publish.cli.js'
import { recordFigure } from './cli/record.cli.js'
import { showMeasure } from './cli/show.cli.js'
import { showVintages } from './cli/vintages.cli.js'
import { confirmImportPage } from './pages/confirm-import.page.js'
import { editMeasurePage } from './pages/edit-measure.page.js'
import { importPage } from './pages/import.page.js'
import { measurePage } from './pages/measure.page.js'
import { measureListPage } from './pages/measure-list.page.js'
import { measureNodesPage } from './pages/measure-nodes.page.js'
import { newMeasurePage } from './pages/new-measure.page.js'
import { publishMeasurePage } from './pages/publish-measure.page.js'
import { measuresPermissions } from './permissions.js'

export const measuresModule: Module = {
  name: 'measures',
  routes: [
    measureListPage,
    newMeasurePage,
    importPage,
    confirmImportPage,
    measurePage,
    editMeasurePage,
    measureNodesPage,
    publishMeasurePage,
  ],
  commands: [
    listMeasures,
    showMeasure,
    importMeasures,
    publishMeasureCommand,
    showVintages,
    recordFigure,
    breakSeries,
    acknowledgeBreakCommand,
    rebaseSeries,
    setTargetCommand,
    takeBackMark,
  ],
  permissions: measuresPermissions,
}
