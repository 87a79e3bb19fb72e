/** What other modules may use. Everything else in this folder is private. */
export {
  actionHref,
  allPlanPictures,
  measuresHref,
  type PlanPicture,
  type PlanThemes,
  partHref,
  planHref,
  planThemesOf,
  themeHref,
} from './pages/picture.js'
