/**
 * Splits the bytes of a file into its records while they come, without reading what is in them:
 * features of a GeoJSON FeatureCollection or of a GeoJSON sequence (RFC 8142, or a feature on each
 * line), objects of a JSON array, records of a CSV file (RFC 4180).
 */

/** Called with each record: its bytes, valid until the call returns, and where they stand. */
export type OnRecord = (bytes: Uint8Array, offset: number) => void;

export interface Splitter {
  /** Takes the next bytes of the file. */
  push: (chunk: Uint8Array) => void;
  /** Says that the file is over. @throws Error where it breaks off within a record. */
  end: () => void;
}

/** Nested deeper than this, nothing is data. */
const deepest = 64;

/** The bytes that a splitter still needs, with the place in the file at which they begin. */
class Tail {
  bytes: Uint8Array = new Uint8Array(0);
  offset = 0;

  /** Appends a chunk, and forgets what comes before `keep` (a place in the file). */
  append(chunk: Uint8Array, keep: number): void {
    const kept = this.bytes.subarray(Math.min(this.bytes.length, keep - this.offset));
    const joined = new Uint8Array(kept.length + chunk.length);
    joined.set(kept);
    joined.set(chunk, kept.length);
    this.offset = this.offset + this.bytes.length - kept.length;
    this.bytes = joined;
  }
}

const code = (character: string): number => character.charCodeAt(0);
const quote = code('"');
const backslash = code('\\');
const openBrace = code('{');
const closeBrace = code('}');
const openBracket = code('[');
const closeBracket = code(']');
const featuresKey = [...'"features"'].map(code);

/** Splits GeoJSON and other JSON whose records are objects. */
export function jsonSplitter(onRecord: OnRecord): Splitter {
  const tail = new Tail();
  /** Place in the file up to which the bytes have been looked at. */
  let at = 0;
  let depth = 0;
  let inString = false;
  let escaped = false;
  /** Where the string that was last begun at depth 1 begins: it may be a key. */
  let stringStart = 0;
  /** Whether the key `features` was read last in the root object. */
  let isFeatures = false;
  /** At which depth records begin: 0 in a sequence, 1 in an array, 2 in a collection. */
  let recordDepth = 0;
  let isCollection = false;
  let start = -1;

  function open(byte: number): void {
    if (depth === 0) {
      isCollection = false;
      recordDepth = byte === openBracket ? 1 : 0;
    } else if (depth === 1 && recordDepth === 0 && isFeatures && byte === openBracket) {
      // The root object is a collection: it is no record itself.
      recordDepth = 2;
      isCollection = true;
      start = -1;
    }
    if (depth === recordDepth && byte === openBrace && start < 0) start = at;
    if (++depth > deepest) throw new Error(`nested deeper than ${deepest} levels`);
  }

  function close(): void {
    depth--;
    if (depth < 0) throw new Error('closes more brackets than it opens');
    if (depth === recordDepth && start >= 0) {
      const { bytes, offset } = tail;
      onRecord(bytes.subarray(start - offset, at + 1 - offset), start);
      start = -1;
    }
    // After the features of a collection come its other members.
    if (isCollection && depth === 1) recordDepth = -1;
    if (depth === 0) recordDepth = 0;
  }

  function isKeyFeatures(): boolean {
    const { bytes, offset } = tail;
    return (
      at + 1 - stringStart === featuresKey.length &&
      featuresKey.every((byte, k) => bytes[stringStart - offset + k] === byte)
    );
  }

  function scan(): void {
    const { bytes, offset } = tail;
    const end = offset + bytes.length;
    for (; at < end; at++) {
      const byte = bytes[at - offset] as number;
      if (inString) {
        if (escaped) escaped = false;
        else if (byte === backslash) escaped = true;
        else if (byte === quote) {
          inString = false;
          if (depth === 1) isFeatures = isKeyFeatures();
        }
      } else if (byte === quote) {
        inString = true;
        stringStart = at;
      } else if (byte === openBrace || byte === openBracket) open(byte);
      else if (byte === closeBrace || byte === closeBracket) close();
    }
  }

  return {
    push(chunk) {
      const begun = [start, inString ? stringStart : -1].filter((place) => place >= 0);
      tail.append(chunk, Math.min(at, ...begun));
      scan();
    },
    end() {
      if (depth > 0) throw new Error('the file breaks off before its last bracket is closed');
    },
  };
}

const newline = 10;
const carriageReturn = 13;

/** Splits CSV into its records, the header among them; empty lines are left out. */
export function csvSplitter(onRecord: OnRecord): Splitter {
  const tail = new Tail();
  let at = 0;
  let start = 0;
  let inQuotes = false;

  function emit(): void {
    const { bytes, offset } = tail;
    let end = at;
    if (end > start && bytes[end - 1 - offset] === carriageReturn) end--;
    if (end > start) onRecord(bytes.subarray(start - offset, end - offset), start);
  }

  return {
    push(chunk) {
      tail.append(chunk, start);
      const { bytes, offset } = tail;
      const end = offset + bytes.length;
      for (; at < end; at++) {
        const byte = bytes[at - offset] as number;
        // A doubled quote ends quoting and begins it again, which comes to the same.
        if (byte === quote) inQuotes = !inQuotes;
        else if (byte === newline && !inQuotes) {
          emit();
          start = at + 1;
        }
      }
    },
    end() {
      if (inQuotes) throw new Error('the file breaks off within quotes');
      emit();
    },
  };
}
