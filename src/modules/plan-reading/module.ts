import type { Module } from '#platform/module.js'
import { readPlanCommand } from './cli/read.cli.js'

export const planReadingModule: Module = {
  name: 'plan-reading',
  routes: [],
  commands: [readPlanCommand],
  permissions: {},
}
