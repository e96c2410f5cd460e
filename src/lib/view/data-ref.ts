/**
 * What a link shows in place of the atlas, or with it: `data=local:voyages.csv,atlas`.
 *
 * `local:NAME` is a file that the reader opened: it is in their browser only, and whoever gets the
 * link needs the file. An address is fetched once the reader has agreed, over https only. `atlas` is the atlas of
 * the site, shown together with the others. A comma in a name or an address is written `%2C`.
 */
export type DataRef =
  | { readonly kind: 'local'; readonly name: string }
  | { readonly kind: 'remote'; readonly url: string }
  | { readonly kind: 'atlas' };

const longest = 2000;

/** Where http is as safe as https: what is sent never leaves the machine. */
const ownMachine = /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/;

function parseRef(text: string): DataRef | undefined {
  const plain = text.replaceAll('%2C', ',');
  if (plain === 'atlas') return { kind: 'atlas' };
  if (plain.startsWith('local:')) {
    const name = plain.slice('local:'.length);
    return name.trim() !== '' && name.length <= 200 ? { kind: 'local', name } : undefined;
  }
  if (plain.length > longest || !URL.canParse(plain)) return undefined;
  const { protocol, hostname, username, password, href } = new URL(plain);
  const isSafe = protocol === 'https:' || (protocol === 'http:' && ownMachine.test(hostname));
  const isPlain = username === '' && password === '';
  return isSafe && isPlain ? { kind: 'remote', url: href } : undefined;
}

/** Reads the parameter; undefined where it names nothing but the atlas itself. */
export function parseDataRefs(text: string): readonly DataRef[] | undefined {
  const refs = text.split(',').flatMap((part) => parseRef(part) ?? []);
  const keys = refs.map(refText);
  const unique = refs.filter((_, k) => keys.indexOf(keys[k] ?? '') === k).slice(0, 20);
  return unique.some(({ kind }) => kind !== 'atlas') ? unique : undefined;
}

/** A reference as a link has it, commas aside. */
export function refText(ref: DataRef): string {
  if (ref.kind === 'atlas') return 'atlas';
  return ref.kind === 'local' ? `local:${ref.name}` : ref.url;
}

/** Writes references as `parseDataRefs` reads them. */
export function formatDataRefs(refs: readonly DataRef[]): string | undefined {
  if (!refs.some(({ kind }) => kind !== 'atlas')) return undefined;
  return refs.map((ref) => refText(ref).replaceAll(',', '%2C')).join(',');
}

/** References without the atlas where it would stand alone: that is what is shown anyway. */
export function withoutLoneAtlas(refs: readonly DataRef[]): readonly DataRef[] {
  return refs.some(({ kind }) => kind !== 'atlas') ? refs : [];
}
