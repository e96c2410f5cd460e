/** oEmbed (https://oembed.com, version 1.0) as files: what a page is when another page shows it. */
import { embedCode, embedSizes } from '../view/embed';
import { previewSize } from './preview';

export interface Embeddable {
  readonly title: string;
  /** The fragment that the map opens with. */
  readonly view: string;
  /** The address of the site's root, and of the page's picture where it has one. */
  readonly root: string;
  readonly image?: string;
}

/** A day, in seconds: how long an answer may be kept. */
const day = 86_400;

/** The answer for a page, of type `rich`: an iframe with the view in it. */
export function oEmbed({ title, view, root, image }: Embeddable): Record<string, unknown> {
  const { width, height } = embedSizes.usual;
  const url = `${root}?embed${view}`;
  return {
    version: '1.0',
    type: 'rich',
    provider_name: 'Trackway',
    provider_url: root,
    title,
    html: embedCode({ url, title, width, height }),
    width,
    height,
    cache_age: day,
    ...(image !== undefined && {
      thumbnail_url: image,
      thumbnail_width: previewSize.width,
      thumbnail_height: previewSize.height,
    }),
  };
}
