import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { embedCode, embedParts, formatEmbed, parseEmbed } from '../../src/lib/view/embed';

describe('the query of an embed', () => {
  it.each<[string, readonly string[] | undefined]>([
    ['', undefined],
    ['?', undefined],
    ['?utm_source=x', undefined],
    ['?embed', embedParts],
    ['?embed=', embedParts],
    ['?embed=1', embedParts],
    ['?embed=time,title', ['title', 'time']],
    ['?embed=time,clock', ['time']],
    ['?embed=none', []],
    ['?x=1&embed=legend', ['legend']],
  ])('%s: %j', (query, parts) => {
    expect(parseEmbed(query)).toEqual(parts);
  });

  it('reads what it writes', () => {
    fc.assert(
      fc.property(fc.subarray([...embedParts]), (parts) => {
        expect(parseEmbed(formatEmbed(parts))).toEqual(parts);
      }),
    );
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        parseEmbed(`?embed=${text}`);
        parseEmbed(text);
      }),
    );
  });
});

describe('the code of an embed', () => {
  it('keeps every sign of address and title inside its attributes', () => {
    const code = embedCode({
      url: 'https://x.org/?embed#a=1&b="',
      title: '<b>"A" & B',
      height: 300,
    });
    expect(code).toContain('src="https://x.org/?embed#a=1&amp;b=&quot;"');
    expect(code).toContain('title="&lt;b&gt;&quot;A&quot; &amp; B"');
    expect(code).toContain('width="100%" height="300"');
    expect(code.match(/</g)).toHaveLength(2);
  });
});
