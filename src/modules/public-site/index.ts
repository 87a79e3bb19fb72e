/** What other modules may use. Everything else in this folder is private. */
export {
  actionHref,
  allPlanPictures,
  type PlanPicture,
  planHref,
  type ThemePicture,
  themeHref,
} from './pages/picture.js'
