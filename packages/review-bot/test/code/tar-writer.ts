import { gzipSync } from 'node:zlib';

/** An entry of a hand-made archive; whatever it says is written as it stands. */
export interface TarEntry {
  readonly path: string;
  readonly content?: string | Buffer;
  /** https://www.gnu.org/software/tar/manual/html_node/Standard.html: `0` a file, `1` a hard link, `2` a symbolic link … */
  readonly type?: string;
  readonly link?: string;
  /** The size that the header claims. */
  readonly size?: number;
}

const BLOCK = 512;

/** A tarball without its compression; no library writes archives that are as wrong as these have to be. */
export function tar(entries: readonly TarEntry[]): Buffer {
  return Buffer.concat([...entries.flatMap(blocksOf), Buffer.alloc(2 * BLOCK)]);
}

export const tarball = (entries: readonly TarEntry[]): Buffer => gzipSync(tar(entries));

/** In pieces, as they come over the network. */
export async function* inPieces(bytes: Buffer, size = 10_000): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield Promise.resolve(bytes.subarray(at, at + size));
}

function blocksOf({ path, content = '', type = '0', link = '', size }: TarEntry): readonly Buffer[] {
  const bytes = Buffer.from(content);
  const name = Buffer.from(path);
  const long = name.length > 100 ? blocksOf({ path: '././@LongLink', content: `${path}\0`, type: 'L' }) : [];
  const header = Buffer.alloc(BLOCK);
  name.subarray(0, 100).copy(header, 0);
  header.write('0000644\0', 100);
  header.write('0000000\0', 108);
  header.write('0000000\0', 116);
  header.write(`${(size ?? bytes.length).toString(8).padStart(11, '0')}\0`, 124);
  header.write('00000000000\0', 136);
  header.write('        ', 148);
  header.write(type, 156);
  header.write(link.slice(0, 100), 157);
  header.write('ustar\x0000', 257);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  const padding = Buffer.alloc((BLOCK - (bytes.length % BLOCK)) % BLOCK);
  return [...long, header, bytes, padding];
}
