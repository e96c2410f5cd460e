/** Everybody whom the atlas names: what the article calls them, what they did, what they say. */
import { indexAtlas } from '$lib/core/atlas';
import { claimsBy } from '$lib/core/claims';
import { passageId } from '$lib/core/describe';
import type { Actor } from '$lib/core/model';
import { curatedAtlas } from '$lib/server/atlas';
import { mention, passage } from '$lib/server/page-data';
import { absoluteUrl } from '$lib/server/site';
import { glossary } from './glossary';
import type { PageServerLoad } from './$types';

const sections: readonly { title: string; kinds: readonly Actor['kind'][] }[] = [
  { title: 'People', kinds: ['person'] },
  { title: 'Organisations', kinds: ['organisation'] },
  { title: 'States', kinds: ['state'] },
  { title: 'Groups, and those whom the source does not name', kinds: ['group'] },
];

export const load: PageServerLoad = () => {
  const atlas = curatedAtlas();
  const index = indexAtlas(atlas);
  const passages = new Set(
    atlas.sources.flatMap(({ id, passages }) => passages.map((one) => passageId({ id, ...one }))),
  );
  const actorOf = ({ id, name, role, variants }: Actor) => ({
    id,
    name,
    role,
    variants,
    records: atlas.records.filter(({ actors }) => actors.includes(id)).map(mention),
    claims: claimsBy(atlas.records, id).map(({ record, claim: { source, ...claim } }) => ({
      ...claim,
      source: passage(source, index),
      record: mention(record),
    })),
  });
  return {
    atlasTitle: atlas.title,
    canonical: absoluteUrl('/who/'),
    sections: sections.map(({ title, kinds }) => ({
      title,
      actors: atlas.actors.filter(({ kind }) => kinds.includes(kind)).map(actorOf),
    })),
    // Another atlas does not rest on the article that the glossary is of.
    glossary: glossary
      .filter(({ source }) => index.sources.has(source.id))
      .map(({ term, text, source }) => {
        const where = passage(source, index);
        if (!passages.has(where.anchor)) throw new Error(`glossary: no passage for "${term}"`);
        return { term, text, source: where };
      }),
  };
};
