/** What a large file is called: on the page, and as the beginning of names of files made of it. */
import { addressName } from '../../view/address-name';

/** The file's name, also where it is at an address. */
export function fileTitle(file: string): string {
  return /^https?:/i.test(file) && URL.canParse(file) ? addressName(new URL(file)) : file;
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
