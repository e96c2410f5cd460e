/** The whole story as a page: every chapter with its map, to be read without scripts, and printed. */
import { indexAtlas } from '$lib/core/atlas';
import { chapterWindow } from '$lib/core/chapters';
import { piecesOf } from '$lib/core/mentions';
import { windowText } from '$lib/core/window';
import { curatedAtlas } from '$lib/server/atlas';
import { scriptText, storyJsonLd } from '$lib/server/json-ld';
import { passage } from '$lib/server/page-data';
import { atlasAlt } from '$lib/server/preview';
import { chapterPictureAlt, chapterPictureSize } from '$lib/server/preview-chapter';
import { absoluteUrl, siteUrl } from '$lib/server/site';
import { formatLink } from '$lib/view/link';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => {
  const atlas = curatedAtlas();
  const index = indexAtlas(atlas);
  const path = '/story/';
  return {
    atlasTitle: atlas.title,
    licence: atlas.licence,
    head: {
      canonical: absoluteUrl(path),
      image: siteUrl('/preview.png'),
      imageAlt: atlasAlt(index),
    },
    jsonLd: scriptText(storyJsonLd(atlas, siteUrl(path))),
    picture: chapterPictureSize,
    chapters: atlas.chapters.map((chapter) => ({
      id: chapter.id,
      title: chapter.title,
      when: windowText(chapterWindow(chapter)),
      pieces: piecesOf(chapter.text, index),
      sources: chapter.sources.map((ref) => passage(ref, index)),
      alt: chapterPictureAlt(chapter, index),
      live: formatLink({ chapter: chapter.id }),
    })),
  };
};
