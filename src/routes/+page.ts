import { resolve } from '$app/paths';
import { error } from '@sveltejs/kit';
import type { Atlas } from '$lib/core/model';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, data }) => {
  const response = await fetch(resolve('/atlas/[id].json', { id: data.atlasId }));
  if (!response.ok) error(response.status, 'The atlas could not be loaded');
  const atlas = (await response.json()) as Atlas;
  return { ...data, atlas };
};
