/** Reads JSON text, and says by line and column where it is broken, in any browser alike. */
import { report, type Site } from './fields';

/** Deeper than any geometry, and shallow enough that no reader runs out of stack. */
const deepest = 64;

/** The JSON value of a text, in an object since the value may be undefined's neighbour null. */
export function readJson(text: string, site: Site): { readonly value: unknown } | undefined {
  const json = text.startsWith('\uFEFF') ? text.slice(1) : text;
  if (depth(json) > deepest) {
    return report(site, `more than ${deepest} levels`, `at most ${deepest} levels of nesting`);
  }
  try {
    return { value: JSON.parse(json) as unknown };
  } catch {
    const { index, expected } = faultOf(json);
    const before = json.slice(0, index);
    const line = before.split('\n').length;
    const column = index - before.lastIndexOf('\n');
    const found = index < json.length ? JSON.stringify(json[index]) : 'the end';
    return report(site, `${found} at line ${line}, column ${column}`, expected);
  }
}

function depth(json: string): number {
  let open = 0;
  let most = 0;
  let quoted = false;
  for (let index = 0; index < json.length; index++) {
    const char = json[index];
    if (quoted) {
      if (char === '\\') index++;
      else if (char === '"') quoted = false;
    } else if (char === '"') quoted = true;
    else if (char === '[' || char === '{') most = Math.max(most, ++open);
    else if (char === ']' || char === '}') open--;
  }
  return most;
}

interface Fault {
  readonly index: number;
  readonly expected: string;
}

const space = /[ \t\n\r]*/y;
const string = /"[^"\\\u0000-\u001f]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\u0000-\u001f]*)*"/y; // eslint-disable-line no-control-regex
const scalar = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

/** The first fault of a text that JSON.parse refused. */
function faultOf(json: string): Fault {
  const scan = new Scan(json);
  scan.value();
  scan.skip(space);
  return scan.fault ?? { index: scan.index, expected: 'the end of the JSON' };
}

class Scan {
  index = 0;
  fault: Fault | undefined;

  constructor(private readonly json: string) {}

  skip(token: RegExp): boolean {
    token.lastIndex = this.index;
    if (!token.test(this.json)) return false;
    this.index = token.lastIndex;
    return true;
  }

  value(): boolean {
    this.skip(space);
    const char = this.json[this.index];
    if (char === '{') return this.sequence('}', () => this.member());
    if (char === '[') return this.sequence(']', () => this.value());
    if (char === '"') return this.skip(string) || this.fail('a closed string with valid escapes');
    return this.skip(scalar) || this.fail('a JSON value');
  }

  private member(): boolean {
    this.skip(space);
    if (!this.skip(string)) return this.fail('a member name in double quotes');
    this.skip(space);
    return this.char(':') ? this.value() : this.fail('":"');
  }

  private sequence(close: string, item: () => boolean): boolean {
    this.index++;
    this.skip(space);
    if (this.char(close)) return true;
    do {
      if (!item()) return false;
      this.skip(space);
    } while (this.char(','));
    return this.char(close) || this.fail(`"," or "${close}"`);
  }

  private char(char: string): boolean {
    if (this.json[this.index] !== char) return false;
    this.index++;
    return true;
  }

  private fail(expected: string): false {
    this.fault ??= { index: this.index, expected };
    return false;
  }
}
