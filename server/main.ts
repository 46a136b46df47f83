import { takeCompiled } from './footprint.ts';
import { loadSeldomCalledLate } from './seldom-called.ts';

// Both before anything else is loaded.
takeCompiled(process.env.DATA_DIR?.trim() || './data');
loadSeldomCalledLate();
const { start } = await import('./start.ts');
await start();
