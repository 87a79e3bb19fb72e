import type { Module } from '#platform/module.js'
import { deliveryPermissions } from './permissions.js'

/** What the application takes from delivery. */
export const deliveryModule: Module = { name: 'delivery', routes: [], commands: [], permissions: deliveryPermissions }
