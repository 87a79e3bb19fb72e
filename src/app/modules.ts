import type { Module } from '#platform/module.js'

/** Every module of the application. Order does not matter. */
export const MODULES: readonly Module[] = []
