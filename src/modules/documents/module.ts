import type { Module } from '#platform/module.js'
import { documentsPermissions } from './permissions.js'

export const documentsModule: Module = {
  name: 'documents',
  routes: [],
  commands: [],
  permissions: documentsPermissions,
}
