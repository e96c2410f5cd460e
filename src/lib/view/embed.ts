/**
 * The view for an iframe: what of the page it shows, and the code that puts it into another page.
 *
 *     ?embed               all of its parts
 *     ?embed=title,time    these only; `none` is the bare map
 */

export const embedParts = ['title', 'legend', 'time'] as const;
/** A heading; the legend, folded; the timeline with Play. */
export type EmbedPart = (typeof embedParts)[number];

/** What an iframe needs: without the first two the page cannot run or load its own files. */
export const embedSandbox =
  'allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox';

/** The smallest size at which everything has room, and the one that is proposed; in pixels. */
export const embedSizes = {
  least: { width: 320, height: 240 },
  usual: { width: 800, height: 500 },
} as const;

/** The parts that a query asks for; undefined where it asks for no embed. Never throws. */
export function parseEmbed(query: string): readonly EmbedPart[] | undefined {
  const asked = new URLSearchParams(query).get('embed');
  if (asked === null) return undefined;
  const named = asked.split(',');
  const known = embedParts.filter((part) => named.includes(part));
  return known.length > 0 || asked === 'none' ? known : embedParts;
}

/** The query that asks for these parts. */
export function formatEmbed(parts: readonly EmbedPart[]): string {
  const named = embedParts.filter((part) => parts.includes(part));
  if (named.length === embedParts.length) return '?embed';
  return `?embed=${named.join(',') || 'none'}`;
}

export interface Frame {
  /** The address of the embed, absolute. */
  readonly url: string;
  readonly title: string;
  /** Pixels; without a width it is as wide as its column. */
  readonly width?: number;
  readonly height: number;
}

function attribute(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

/** The iframe as HTML, to paste into another page. */
export function embedCode({ url, title, width, height }: Frame): string {
  return [
    `<iframe src="${attribute(url)}"`,
    `title="${attribute(title)}"`,
    `width="${width ?? '100%'}" height="${height}"`,
    `sandbox="${embedSandbox}"`,
    'allow="fullscreen" loading="lazy" referrerpolicy="no-referrer"',
    'style="border: 1px solid #8a8474; max-width: 100%"></iframe>',
  ].join(' ');
}
