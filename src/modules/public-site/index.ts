/** What other modules may use. Everything else in this folder is private. */
export {
  actionHref,
  allPlanPictures,
  measuresHref,
  type PlanPicture,
  partHref,
  planHref,
  planPictureOf,
  type ThemePicture,
  themeHref,
} from './pages/picture.js'
