import { basename } from 'node:path';
import { SingleBar } from 'cli-progress';
import { say } from './terminal.file.ts';

export interface Progress {
  readonly at: (done: { readonly bytes: number; readonly of: number }) => void;
  end(): void;
}

const quietSeconds = 5;

/** A bar in a terminal; in a log a line now and then, for files that take long. */
export function progressBar(file: string): Progress {
  if (!process.stderr.isTTY) return lines(file);
  const bar = new SingleBar({
    stream: process.stderr,
    clearOnComplete: true,
    hideCursor: true,
    format: `${basename(file)} {bar} {percentage} % · {eta_formatted}`,
  });
  let begun = false;
  return {
    at: ({ bytes, of }) => {
      if (begun) bar.update(bytes);
      else bar.start(of, bytes);
      begun = true;
    },
    end: () => bar.stop(),
  };
}

function lines(file: string): Progress {
  let last = Date.now();
  return {
    at: ({ bytes, of }) => {
      if (Date.now() - last < quietSeconds * 1000) return;
      last = Date.now();
      say(`${basename(file)}: ${Math.round((100 * bytes) / of)} %`);
    },
    end: () => {},
  };
}

/** The same for rows that are written, as somebody tells who is asked now and then. */
export function rowsBar(file: string, of: number, written: () => Promise<number>): { end(): void } {
  const progress = progressBar(file);
  const timer = setInterval(() => {
    written().then(
      (rows) => progress.at({ bytes: rows, of }),
      () => {},
    );
  }, 500);
  return {
    end: () => {
      clearInterval(timer);
      progress.end();
    },
  };
}
