/** The built atlas, as the explorer loads it. */
import { json } from '@sveltejs/kit';
import { curatedAtlas } from '$lib/server/atlas';

export const prerender = true;

export function GET(): Response {
  return json(curatedAtlas());
}
