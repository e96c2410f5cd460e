import { curatedAtlas } from '$lib/server/atlas';
import type { PageServerLoad } from './$types';

/** Only what the page shows: the places' shapes stay out of it. */
export const load: PageServerLoad = () => {
  const { title, version, licence, method, sources, records, places, actors } = curatedAtlas();
  const counts = { records: records.length, places: places.length, actors: actors.length };
  return { title, version, licence, method, sources, counts };
};
