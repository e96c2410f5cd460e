/** The built atlas, under its own id, as the explorer loads it. */
import { json } from '@sveltejs/kit';
import { curatedAtlas } from '$lib/server/atlas';
import type { EntryGenerator } from './$types';

export const prerender = true;

export const entries: EntryGenerator = () => [{ id: curatedAtlas().id }];

export function GET(): Response {
  return json(curatedAtlas());
}
