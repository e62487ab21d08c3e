/** The worker threads of the library: itself, and the parser that it starts from the same file. */
import { parentPort, workerData } from 'node:worker_threads';
import type { ParserThreadOptions } from './parser';
import { serveParser } from './parser-thread';
import { serveLibrary } from './serve-library';
import type { WorkerOptions } from './worker-messages';

if (!parentPort) throw new Error('the library worker runs as a worker thread only');
const options = workerData as WorkerOptions | ParserThreadOptions;
if ('role' in options) await serveParser(parentPort, options);
else await serveLibrary(parentPort, { ...options, parser: new URL(import.meta.url) });
