import type { Module } from '#platform/module.js'
import { chooseChart } from './cli/chart.cli.js'
import { commentMeasure, labelMeasureCommand } from './cli/comment.cli.js'
import { frameMeasureCommand, listFrameworks, saveFrameworkCommand } from './cli/frameworks.cli.js'
import { listMeasures } from './cli/list.cli.js'
import { acknowledgeBreakCommand, breakSeries, rebaseSeries, setTargetCommand, takeBackMark } from './cli/marks.cli.js'
import { publishMeasureCommand } from './cli/publish.cli.js'
import { recordFigure } from './cli/record.cli.js'
import { showMeasure } from './cli/show.cli.js'
import { showVintages } from './cli/vintages.cli.js'
import { acknowledgeBreakPage } from './pages/acknowledge-break.page.js'
import { commentaryPage } from './pages/commentary.page.js'
import { editFrameworkPage } from './pages/edit-framework.page.js'
import { editMeasurePage } from './pages/edit-measure.page.js'
import { frameMeasurePage } from './pages/frame-measure.page.js'
import { framedMeasurePage } from './pages/framed-measure.page.js'
import { frameworkPage } from './pages/framework.page.js'
import { frameworkListPage } from './pages/framework-list.page.js'
import { measurePage } from './pages/measure.page.js'
import { measureLabelPage } from './pages/measure-label.page.js'
import { measureListPage } from './pages/measure-list.page.js'
import { measureNodesPage } from './pages/measure-nodes.page.js'
import { newFrameworkPage } from './pages/new-framework.page.js'
import { newMeasurePage } from './pages/new-measure.page.js'
import { publishMeasurePage } from './pages/publish-measure.page.js'
import { rebasePage } from './pages/rebase.page.js'
import { seriesBreaksPage } from './pages/series-breaks.page.js'
import { setTargetPage } from './pages/set-target.page.js'
import { takeBackMarkPage } from './pages/take-back-mark.page.js'
import { takeOutMeasurePage } from './pages/take-out-measure.page.js'
import { typeFigurePage } from './pages/type-figure.page.js'
import { valuePage } from './pages/value.page.js'
import { measuresPermissions } from './permissions.js'

export const measuresModule: Module = {
  name: 'measures',
  routes: [
    measureListPage,
    newMeasurePage,
    measurePage,
    editMeasurePage,
    measureNodesPage,
    publishMeasurePage,
    typeFigurePage,
    commentaryPage,
    seriesBreaksPage,
    acknowledgeBreakPage,
    rebasePage,
    setTargetPage,
    takeBackMarkPage,
    valuePage,
    measureLabelPage,
    frameworkListPage,
    newFrameworkPage,
    frameworkPage,
    editFrameworkPage,
    frameMeasurePage,
    framedMeasurePage,
    takeOutMeasurePage,
  ],
  commands: [
    listMeasures,
    showMeasure,
    publishMeasureCommand,
    showVintages,
    recordFigure,
    breakSeries,
    acknowledgeBreakCommand,
    rebaseSeries,
    setTargetCommand,
    chooseChart,
    takeBackMark,
    listFrameworks,
    saveFrameworkCommand,
    frameMeasureCommand,
    commentMeasure,
    labelMeasureCommand,
  ],
  permissions: measuresPermissions,
}
