/** The titles of many records: UTF-8 in one array, and a search for a part of them. */
import { Growing } from './grow';

const marks = /[\u0300-\u036f]/gu;

/** A text as it is compared: small letters without marks. */
export function plain(text: string): string {
  return text.toLowerCase().normalize('NFKD').replace(marks, '');
}

const perBlock = 16_384;

export class Titles {
  readonly #bytes = new Growing(Uint8Array, 65_536);
  /** Where each begins, and where the last ends. */
  readonly #starts = new Growing(Uint32Array);
  readonly #encoder = new TextEncoder();
  readonly #decoder = new TextDecoder();
  #blocks: string[] | undefined;

  constructor() {
    this.#starts.push(0);
  }

  get count(): number {
    return this.#starts.length - 1;
  }

  push(title: string): void {
    this.#bytes.reserve(title.length * 3);
    if (!this.#pushAscii(title)) {
      const room = this.#bytes.room.subarray(this.#bytes.length);
      this.#bytes.length += this.#encoder.encodeInto(title, room).written;
    }
    this.#starts.push(this.#bytes.length);
    this.#blocks = undefined;
  }

  /** Most titles are ASCII, and a view of the array for each would cost more than its letters. */
  #pushAscii(title: string): boolean {
    const { room, length } = this.#bytes;
    for (let k = 0; k < title.length; k++) {
      const code = title.charCodeAt(k);
      if (code > 127) return false;
      room[length + k] = code;
    }
    this.#bytes.length = length + title.length;
    return true;
  }

  get(index: number): string {
    return this.#decoder.decode(
      this.#bytes.values.subarray(this.#starts.at(index), this.#starts.at(index + 1)),
    );
  }

  /** Calls back with each title, in order, that holds every word of the text. */
  search(text: string, found: (index: number) => void): void {
    const words = plain(text).split(/\s+/).filter(Boolean);
    const [first, ...others] = words.sort((a, b) => b.length - a.length);
    if (first === undefined) return;
    for (const [number, block] of this.#searchable().entries()) {
      let line = 0;
      let lineStart = 0;
      for (let at = block.indexOf(first); at >= 0; at = block.indexOf(first, lineStart)) {
        // Count the line ends that were skipped.
        for (let end = block.indexOf('\n', lineStart); end >= 0 && end < at;) {
          line++;
          lineStart = end + 1;
          end = block.indexOf('\n', lineStart);
        }
        const lineEnd = block.indexOf('\n', at);
        const title = block.slice(lineStart, lineEnd);
        if (others.every((word) => title.includes(word))) found(number * perBlock + line);
        line++;
        lineStart = lineEnd + 1;
      }
    }
  }

  /** The titles in plain letters, a line each, in blocks; made when somebody searches first. */
  #searchable(): readonly string[] {
    this.#blocks ??= Array.from({ length: Math.ceil(this.count / perBlock) }, (_, block) => {
      const lines: string[] = [];
      const end = Math.min(this.count, (block + 1) * perBlock);
      for (let k = block * perBlock; k < end; k++) lines.push(this.get(k).replace(/\s+/g, ' '));
      return `${plain(lines.join('\n'))}\n`;
    });
    return this.#blocks;
  }
}
