import type { Module } from '#platform/module.js'

export const passagesModule: Module = { name: 'passages', routes: [], commands: [], permissions: {} }
