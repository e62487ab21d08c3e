/** What the CLI says of itself, and the error for a command line it cannot read. */
export const usage = `newsroom parse FILE… --json
newsroom import PATH… [--library DIR] [--json]
newsroom search QUERY [--library DIR] [--limit N] --json
newsroom export FOLDER [--library DIR]
newsroom serve [--library DIR] [--port N]

parse    prints the articles of each file, one JSON object a line; files named together are one edition. Offsets count UTF-16
         units in the file's text: as decoded, or as taken out of Markdown, HTML, Word, PDF, JSON or ALTO
import   takes files and folders into the library
search   looks a text up in the library
export   writes everything out into a new folder: original files, articles as JSON and Markdown, bookmarks; import takes it back
serve    opens the library at an address on this machine, until Ctrl+C

The library is the desktop app's own, unless --library or NEWSROOM_LIBRARY names another folder.
`;

/** Ends the program with exit code 2 and the usage. */
export class UsageError extends Error {}
