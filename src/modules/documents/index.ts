/** What other modules may use of documents. Everything else in this folder is private. */
export { type AreaFigures, type AreaMaps, areaMaps } from './actions/area-maps.js'
export { houseStyle } from './actions/house-style.js'
export { type LiveFigures, liveFigures } from './actions/live-figures.js'
export { whyFigure } from './actions/why-figure.js'
export { mapBlock } from './document/map-block.js'
export {
  chartBlock,
  type Drawing,
  howToReadBlocks,
  nextId,
  plain,
  sentenceOf,
  sentencesTable,
} from './document/measure-blocks.js'
export { PaperView } from './document/paper.view.js'
export { FORMATS, type Format, type PaperFile, paperFiles } from './document/paper-files.js'
export { paperHtml } from './document/paper-html.js'
