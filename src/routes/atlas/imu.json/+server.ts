/** The built atlas: what the door read from `geodata/imu`. A problem in the data fails the build. */
import { error, json } from '@sveltejs/kit';
import { readAtlas } from '$lib/io/atlas';
import { problemText } from '$lib/io/problem';

export const prerender = true;

const texts = import.meta.glob<string>('/geodata/imu/*.{json,geojson}', {
  query: '?raw',
  import: 'default',
  eager: true,
});

export function GET(): Response {
  const files = Object.entries(texts).map(([path, text]) => ({
    name: path.split('/').at(-1) ?? path,
    text,
  }));
  const { atlas, problems } = readAtlas(files);
  if (!atlas || problems.length > 0) {
    error(500, ['geodata/imu:', ...problems.map(problemText)].join('\n'));
  }
  return json(atlas);
}
