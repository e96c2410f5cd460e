import { expect, test } from 'vitest';
import { oEmbed } from '../../src/lib/server/oembed';

test('an answer has what oEmbed 1.0 asks of the type rich, and opens the view', () => {
  const root = 'https://example.org/trackway/';
  const answer = oEmbed({
    title: 'Osh',
    view: '#date=all&sel=osh',
    root,
    image: `${root}e/osh/preview.png`,
  });
  expect(answer).toMatchObject({
    version: '1.0',
    type: 'rich',
    title: 'Osh',
    provider_url: root,
    width: 800,
    height: 500,
    thumbnail_url: `${root}e/osh/preview.png`,
    thumbnail_width: 1200,
    thumbnail_height: 630,
  });
  expect(answer.html).toContain(`src="${root}?embed#date=all&amp;sel=osh"`);
  expect(oEmbed({ title: 'x', view: '', root })).not.toHaveProperty('thumbnail_url');
});
