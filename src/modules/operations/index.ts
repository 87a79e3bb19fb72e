/** Nothing: no other module asks how the installation is. */
export {}
