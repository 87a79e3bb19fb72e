import type { Module } from '#platform/module.js'
import { check } from './cli/check.cli.js'
import { figureCheckPermissions } from './permissions.js'

export const figureCheckModule: Module = {
  name: 'figure-check',
  routes: [],
  commands: [check],
  permissions: figureCheckPermissions,
}
