import type { Module } from '#platform/module.js'
import { deskPage } from './pages/desk.page.js'
import { deskPermissions } from './permissions.js'

/** What the application takes from the desk. */
export const deskModule: Module = { name: 'desk', routes: [deskPage], commands: [], permissions: deskPermissions }
