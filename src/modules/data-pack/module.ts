import type { Module } from '#platform/module.js'
import { dataPackPage } from './pages/data-pack.page.js'
import { packFile } from './pages/pack-file.js'
import { staffDataPackPage } from './pages/staff-data-pack.page.js'

export const dataPackModule: Module = {
  name: 'data-pack',
  routes: [staffDataPackPage, dataPackPage, packFile],
  commands: [],
  permissions: {},
}
