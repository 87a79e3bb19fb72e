/** What an import of police data notes of its files. No other module asks how the installation is. */
export { noteLakeFiles } from './actions/note-lake-files.js'
