import { resolve } from '$app/paths';
import type { Atlas } from '$lib/core/model';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, data }) => {
  const response = await fetch(resolve('/atlas/imu.json'));
  const atlas = (await response.json()) as Atlas;
  return { ...data, atlas };
};
