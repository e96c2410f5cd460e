/** A window as readers write it, beside the form that links have. */
import { parseWindow, type Window } from './window';
import { months } from './wording';

/** A date as a link has it: of "October 1999" and "1999-8" as well. */
function dateOf(typed: string): string {
  const [, word = '', year = ''] = /^([a-z]{3,9})\.? (\d{4})$/.exec(typed) ?? [];
  const month = months.findIndex((name) => name.toLowerCase().startsWith(word)) + 1;
  if (word && month > 0) return `${year}-${String(month).padStart(2, '0')}`;
  return typed.replace(/^(-?\d{4})-(\d)$/, '$1-0$2');
}

/** Reads what links hold, and also "October 1999", "1999–2001", "1999 to 2001" and "All years". */
export function parseTyped(text: string): Window | undefined {
  const typed = text.trim().toLowerCase();
  if (typed === 'all years') return { kind: 'all' };
  const parts = typed.replace(/^(\d{4})-(\d{4})$/, '$1/$2').split(/\s*(?:\/|–|—|\bto\b)\s*/);
  return parseWindow(parts.map(dateOf).join('/'));
}
