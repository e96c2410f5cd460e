/** Cells of JSON in rows that were written here: claims and numbers. */
import { stances, type Quantity } from '../../core/model';
import {
  isComplete,
  listOf,
  oneOf,
  readableOf,
  text,
  whole,
  type Reader,
  type Site,
} from '../fields';
import { readJson } from '../json';
import type { ClaimCell } from '../own-columns';
import type { Problem } from '../problem';
import { quantity } from '../read-record';
import type { Fault } from './row';

/** What could be read of a cell, and what could not. */
export interface Cell<T> {
  readonly items: readonly T[];
  readonly remarks: readonly Fault[];
}

const claim: Reader<ClaimCell> = whole((from) => {
  const parts = {
    about: from.read('about', text),
    by: from.read('by', text),
    via: from.optional('via', listOf(text)) ?? [],
    stance: from.read('stance', oneOf(stances)),
    text: from.read('text', text),
    source: from.read('source', text),
  };
  return isComplete(parts) ? parts : undefined;
});

function cell<T>(field: string, item: Reader<T>): (json: string) => Cell<T> {
  return (json) => {
    if (json === '') return { items: [], remarks: [] };
    const problems: Problem[] = [];
    const site: Site = { file: '', path: { step: field, up: undefined }, problems };
    const read = readJson(json, site);
    const items = read && readableOf(item)(read.value, site);
    return { items: items ?? [], remarks: problems };
  };
}

export const readClaims: (json: string) => Cell<ClaimCell> = cell('claims', claim);
export const readNumbers: (json: string) => Cell<Quantity> = cell('numbers', quantity);
