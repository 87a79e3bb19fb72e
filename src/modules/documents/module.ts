import type { Module } from '#platform/module.js'
import { housePicture } from './pages/house-picture.js'
import { houseStylePage } from './pages/house-style.page.js'
import { documentsPermissions } from './permissions.js'

export const documentsModule: Module = {
  name: 'documents',
  routes: [houseStylePage, housePicture],
  commands: [],
  permissions: documentsPermissions,
}
