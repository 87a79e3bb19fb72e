import type { Module } from '#platform/module.js'
import { measuresPermissions } from './permissions.js'

export const measuresModule: Module = { name: 'measures', routes: [], commands: [], permissions: measuresPermissions }
