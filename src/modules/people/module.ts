import type { Module } from '#platform/module.js'
import { peoplePermissions } from './permissions.js'

export { identifyWith } from './actions/identify.js'

export const peopleModule: Module = { name: 'people', routes: [], commands: [], permissions: peoplePermissions }
