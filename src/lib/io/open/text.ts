/** Bytes to text: UTF-8, or UTF-16 with its mark. Bytes that are neither are said to be so. */
import { NotOpened } from './limits';

export interface Decoded {
  readonly text: string;
  readonly note?: string;
}

/**
 * Decodes a file. A table that is not UTF-8 is read as Windows-1252, what spreadsheets in Western
 * Europe write, or as Windows-1251 where it looks Cyrillic, and that is noted; anything else that is not UTF-8 is refused.
 */
export function decode(bytes: Uint8Array, file: string, isTable: boolean): Decoded {
  const [a, b] = bytes;
  if (a === 0xff && b === 0xfe) return { text: new TextDecoder('utf-16le').decode(bytes) };
  if (a === 0xfe && b === 0xff) return { text: new TextDecoder('utf-16be').decode(bytes) };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    if (!isTable) {
      throw new NotOpened(
        `${file} is not valid UTF-8 (first at byte ${firstBad(bytes).toLocaleString('en')}). Save it as UTF-8 and open it again.`,
      );
    }
    const name = isCyrillic(bytes) ? 'Windows-1251' : 'Windows-1252';
    return {
      text: new TextDecoder(name.toLowerCase()).decode(bytes),
      note: `The file is not UTF-8. It was read as ${name}: look at names with ${name === 'Windows-1251' ? 'Cyrillic letters' : 'accents'}, and save it as UTF-8 if they are wrong.`,
    };
  }
}

/** Whether bytes are Cyrillic letters of Windows-1251: there whole words lie beyond ASCII, not single letters. */
function isCyrillic(bytes: Uint8Array): boolean {
  let letters = 0;
  let together = 0;
  for (let k = 0; k < Math.min(bytes.length, 200_000); k++) {
    if ((bytes[k] ?? 0) < 0xc0) continue;
    letters++;
    if ((bytes[k - 1] ?? 0) >= 0xc0 || (bytes[k + 1] ?? 0) >= 0xc0) together++;
  }
  return letters > 1 && together > 0.8 * letters;
}

/** The number of the first byte, from 1, up to which the bytes are no UTF-8. */
function firstBad(bytes: Uint8Array): number {
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2);
    try {
      // A character cut at the end is not an error of the part before it.
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, middle), { stream: true });
      good = middle;
    } catch {
      bad = middle;
    }
  }
  return bad;
}
