/** Charts drawn on the server. */
export { BarChart } from './charts/bar-chart.js'
export { ControlChartSvg } from './charts/control-chart-svg.js'
export { AssuranceIcon, assuranceWords, VariationIcon, variationWords } from './charts/icons.js'
export { IntervalChart, intervalScaleNote } from './charts/interval-chart.js'
export { LineChart } from './charts/line-chart.js'
export type { ChartBand, ChartPoint } from './charts/points.js'
export { scaleNote } from './charts/scale.js'
export { Sparkline } from './charts/sparkline.js'
