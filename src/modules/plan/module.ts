import type { Module } from '#platform/module.js'
import { planPermissions } from './permissions.js'

/** What the application takes from plans. */
export const planModule: Module = { name: 'plan', routes: [], commands: [], permissions: planPermissions }
