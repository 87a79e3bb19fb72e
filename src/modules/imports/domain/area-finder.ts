/** Says what the register calls the area that a file names: '' for the office's own, undefined where nobody knows it. */
export type AreaFinder = { readonly find: (name: string) => string | undefined }
