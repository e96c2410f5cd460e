/**
 * Names as they are compared in a search: one plain spelling for the many that a name has.
 *
 * Latin letters lose their marks by Unicode's compatibility decomposition (UAX #15, NFKD), and the
 * few that have no decomposition are written out. Cyrillic is transliterated after the BGN/PCGN
 * romanisations of Russian, Tajik, Uzbek, Kyrgyz and Kazakh, without their marks: the spellings
 * that English texts use. Other scripts stay as they are and match the names in those scripts.
 */

/** What decomposition leaves alone: Latin letters with strokes and ligatures, Persian yeh and kaf. */
const letters: Readonly<Record<string, string>> = {
  ...{ ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i', ə: 'a' },
  // Arabic keyboards write the Persian letters with other code points.
  ...{ ي: 'ی', ى: 'ی', ك: 'ک' },
};

const cyrillic: Readonly<Record<string, string>> = {
  ...{ а: 'a', б: 'b', в: 'v', г: 'g', д: 'd', е: 'e', ё: 'e', ж: 'zh', з: 'z', и: 'i', й: 'y' },
  ...{ к: 'k', л: 'l', м: 'm', н: 'n', о: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ф: 'f' },
  ...{ х: 'kh', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'shch', ъ: '', ы: 'y', ь: '', э: 'e', ю: 'yu' },
  ...{ я: 'ya', ғ: 'gh', ӣ: 'i', қ: 'q', ӯ: 'u', ҳ: 'h', ҷ: 'j', ў: 'o', ң: 'ng', ө: 'o' },
  ...{ ү: 'u', ә: 'a', і: 'i', ї: 'i', ұ: 'u', һ: 'h' },
};

/** A Cyrillic letter in Latin; one with a mark that the table does not know, without the mark. */
const latin = (letter: string): string =>
  cyrillic[letter] ?? cyrillic[letter.normalize('NFD').charAt(0)] ?? letter;

/** Apostrophes and their like, which stand within a word: O‘zbekiston, Qur’an; invisible joiners. */
const within = /['’‘ʻʼʹʺ`´"“”\u00ad\u200b-\u200d\u2060\u0640]/gu;

/** Latin marks and Arabic vowel signs; the marks of other scripts are letters of theirs. */
const marks = /[\u0300-\u036f\u064b-\u065f\u0670]/gu;

/**
 * A text as words in plain spelling, with single spaces: "Kara-Suu" and "Кара-Суу" are "kara suu",
 * "Farg‘ona" is "fargona".
 */
export function fold(text: string): string {
  return (
    text
      // Composed first, so that й and ӣ are letters of the table and not и with a mark.
      .normalize('NFKC')
      .toLowerCase()
      .replace(/['’]s(?![\p{L}\p{M}])/gu, '')
      .replace(within, '')
      .replace(/\p{Script=Cyrillic}/gu, latin)
      .normalize('NFKD')
      .replace(marks, '')
      .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
      .trim()
      .replace(/[ßæœøłđðþıəيىك]/gu, (letter) => letters[letter] ?? letter)
  );
}

/** A folded text without its spaces: Kara-Suu, Kara Suu and Karasuu are one. */
export function squash(folded: string): string {
  return folded.replaceAll(' ', '');
}

/** Spellings of one sound in the romanisations of the region; the longer ones first. */
const sounds: readonly (readonly [spellings: RegExp, sound: string])[] = [
  [/dzh|zh|dj/gu, 'j'],
  [/tch/gu, 'ch'],
  [/kh|x/gu, 'h'],
  [/gh/gu, 'g'],
  [/ph/gu, 'f'],
  [/q|ck/gu, 'k'],
  [/w/gu, 'v'],
  [/ou|oo/gu, 'u'],
  [/ye/gu, 'e'],
  [/y/gu, 'i'],
  [/(\p{L})\1+/gu, '$1'],
];

/**
 * A folded text by sound, roughly: "khojayev", "xojaev" and "khodzhaev" are one, as are "rakhmonov"
 * and "rahmonov", "karasuu" and "karasu". Different names may fall together, so that what matches
 * only here ranks lower.
 */
export function loosen(folded: string): string {
  return sounds.reduce((text, [spellings, sound]) => text.replace(spellings, sound), folded);
}
