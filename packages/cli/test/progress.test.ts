import { describe, expect, it } from 'vitest';
import { createProgress } from '../src/progress.js';

function terminal({ isTTY = true, columns = 20 } = {}) {
  const written: string[] = [];
  let time = 0;
  const stream = {
    isTTY,
    columns,
    write: (text: string) => written.push(text),
  } as unknown as NodeJS.WriteStream;
  return { written, progress: createProgress(stream, () => time), wait: (ms: number) => (time += ms) };
}

describe('progress', () => {
  it('overwrites one line, not too often, and takes it away', () => {
    const { written, progress, wait } = terminal();
    progress.onProgress({ stage: 'reading', done: 1, total: 9 });
    progress.onProgress({ stage: 'linking', done: 2, total: 9 });
    wait(100);
    progress.onProgress({ stage: 'linking', done: 3, total: 0 });
    progress.clear();
    progress.clear();
    expect(written).toEqual(['\r\u001b[2Kreading 1/9', '\r\u001b[2Klinking', '\r\u001b[2K']);
  });

  it.each([
    ['a narrow terminal', { columns: 8 }, 'a long '],
    ['a terminal of unknown width', { columns: 0 }, 'a long stage 1/2'],
  ])('fits into %s', (_, options, text) => {
    const { written, progress } = terminal(options);
    progress.onProgress({ stage: 'a long stage', done: 1, total: 2 });
    expect(written).toEqual([`\r\u001b[2K${text}`]);
  });

  it('is silent in a pipe', () => {
    const { written, progress } = terminal({ isTTY: false });
    progress.onProgress({ stage: 'reading', done: 1, total: 9 });
    progress.clear();
    expect(written).toEqual([]);
  });
});
