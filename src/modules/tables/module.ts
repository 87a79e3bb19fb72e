import type { Module } from '#platform/module.js'

export const tablesModule: Module = { name: 'tables', routes: [], commands: [], permissions: {} }
