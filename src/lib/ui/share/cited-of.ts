/** What is cited of an atlas: the whole, or a record or a place of it. */
import type { AtlasIndex } from '../../core/atlas';
import { sourceRefText } from '../../core/describe';
import type { Cited } from '../../io/cite';

/** Without the day on which it was looked up, which the page adds that shows it. */
export function citedOf(index: AtlasIndex, url: string, id?: string): Cited {
  const { id: atlas, title, version } = index.atlas;
  const found = id === undefined ? undefined : (index.records.get(id) ?? index.places.get(id));
  return {
    atlas: { id: atlas, title, version },
    ...(found && {
      part: {
        id: found.id,
        title: found.title,
        rests: found.sources.map((ref) => sourceRefText(ref, index)).join('; '),
      },
    }),
    url,
  };
}
