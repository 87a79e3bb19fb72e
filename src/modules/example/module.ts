import type { Module } from '#platform/module.js'
import { createExampleCommand } from './cli/create.cli.js'
import { greeting } from './cli/greeting.js'
import { examplePermissions } from './permissions.js'

export const exampleModule: Module = {
  name: 'example',
  routes: [],
  commands: [createExampleCommand],
  permissions: examplePermissions,
  greeting,
}
