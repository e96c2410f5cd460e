import { expect, test } from 'vitest';
import { creditsOf, plainText } from '../../../src/lib/io/crowd/credits';

test('keeps the words and the addresses of the web, and nothing else', () => {
  expect(
    creditsOf('&copy; <a href="https://a.org">A</a> | <a href=\'http://b.org/x\'>B&nbsp;C</a>'),
  ).toEqual([
    { text: '©' },
    { text: 'A', href: 'https://a.org/' },
    { text: '|' },
    { text: 'B C', href: 'http://b.org/x' },
  ]);
  expect(creditsOf('<a href="javascript:alert(1)">No</a><script>x</script>')).toEqual([
    { text: 'No' },
    { text: 'x' },
  ]);
  expect(creditsOf('plain, 5 < 6 &amp; more')).toEqual([{ text: 'plain, 5 < 6 & more' }]);
  expect(creditsOf('')).toEqual([]);
});

test('reads entities by name and number, and leaves those it does not know', () => {
  expect(plainText('&#169; &#xa9; &lt;b&gt; &unknown; &#9999999;')).toBe(
    '© © <b> &unknown; &#9999999;',
  );
});
