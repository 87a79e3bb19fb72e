/** What other modules may use. Everything else in this folder is private. */
export { type AreaRequest, addArea } from './actions/add-area.js'
export { addForce, type ForceRequest } from './actions/add-force.js'
export { addOrganisation, type OrganisationRequest } from './actions/add-organisation.js'
export { type DescribeRequest, describeBody } from './actions/describe-body.js'
export { type FoundRefusal, type FoundRequest, foundBody } from './actions/found-body.js'
export { foundOffice, type OfficeRequest } from './actions/found-office.js'
export { officeFromFile } from './cli/office-file.js'
export { bodyById, currentBody, descriptionsOf } from './data/body.queries.js'
export { areasOf, forceOf, organisationById, organisationNames, organisationsOf } from './data/place.queries.js'
export {
  AREA_KINDS,
  type Area,
  type AreaKind,
  BODY_TYPES,
  type BodyType,
  type Description,
  type LocalPolicingBody,
  ORGANISATION_KINDS,
  type Organisation,
  type OrganisationKind,
  type PoliceForce,
} from './domain/body.js'
