import { closeSync, openSync, readSync } from 'node:fs';

/** Bytes read at a time: what is larger is fetched from the system anew each time, which costs more than it saves. */
const AT_A_TIME = 64 * 1024;
const LINE_FEED = 0x0a;

/**
 * A file's lines of JSON. Only a line feed ends one: texts may hold any other sign, as it is, that is taken for the end
 * of a line elsewhere (U+2028). What cannot be read throws as `JSON.parse` and the file system do.
 *
 * @param having passes over lines without these words, where that spares taking them apart
 */
export function* linesOf(file: string, having?: string): Generator<object> {
  for (const part of partsOf(file)) {
    if (having !== undefined && !part.includes(having)) continue;
    for (const line of part.toString('utf8').split('\n'))
      if (line !== '' && (having === undefined || line.includes(having))) yield JSON.parse(line);
  }
}

/** A file's bytes, many lines at a time and none of them cut. Each part is overwritten by the next. */
function* partsOf(file: string): Generator<Buffer> {
  const descriptor = openSync(file, 'r');
  try {
    let bytes = Buffer.allocUnsafe(AT_A_TIME);
    let filled = 0;
    for (;;) {
      const read = readSync(descriptor, bytes, filled, bytes.length - filled, null);
      filled += read;
      const whole = read === 0 ? filled : bytes.subarray(0, filled).lastIndexOf(LINE_FEED) + 1;
      if (whole > 0) yield bytes.subarray(0, whole);
      if (read === 0) return;
      // A line that goes on moves to the front; one that fills everything gets more room.
      const rest = bytes.subarray(whole, filled);
      const room = rest.length === bytes.length ? Buffer.allocUnsafe(2 * bytes.length) : bytes;
      rest.copy(room);
      [bytes, filled] = [room, rest.length];
    }
  } finally {
    closeSync(descriptor);
  }
}
