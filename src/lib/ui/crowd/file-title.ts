/** What a large file is called: on the page, and as the beginning of names of files made of it. */

/** The file's name; of an address the last part of its path, without what may be secret behind it. */
export function fileTitle(file: string): string {
  if (!/^https?:/i.test(file) || !URL.canParse(file)) return file;
  const { pathname, host } = new URL(file);
  const last = pathname.split('/').filter(Boolean).at(-1) ?? host;
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}

/** Letters and digits of any script, joined by hyphens; without what the name ends with. */
export function fileStem(file: string): string {
  const words = fileTitle(file)
    .replace(/\.\w{1,12}$/, '')
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
  return words || 'records';
}
