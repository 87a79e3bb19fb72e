import type { Module } from '#platform/module.js'
import { bodyPermissions } from './permissions.js'

export { demonstrationDay, officeShell } from './data/shell.queries.js'

export const bodyModule: Module = { name: 'body', routes: [], commands: [], permissions: bodyPermissions }
