import type { Module } from '#platform/module.js'
import { publicationsPermissions } from './permissions.js'

export const publicationsModule: Module = {
  name: 'publications',
  routes: [],
  commands: [],
  permissions: publicationsPermissions,
}
