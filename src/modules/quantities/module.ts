import type { Module } from '#platform/module.js'

export const quantitiesModule: Module = { name: 'quantities', routes: [], commands: [], permissions: {} }
