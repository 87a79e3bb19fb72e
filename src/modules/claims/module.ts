import type { Module } from '#platform/module.js'

export const claimsModule: Module = { name: 'claims', routes: [], commands: [], permissions: {} }
