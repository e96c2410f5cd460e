/**
 * A glossary of the sober kind: only terms that the article itself explains, with where it does.
 */
import type { SourceRef } from '$lib/core/model';

export interface Term {
  readonly term: string;
  /** The article's explanation, in the atlas's words. */
  readonly text: string;
  readonly source: SourceRef;
}

const id = 'article-2015';

export const glossary: readonly Term[] = [
  {
    term: 'Adolat',
    text: 'The name of the group founded in Namangan in 1991; it is given as “Justice”.',
    source: { id, section: 'adolat', paragraph: '1' },
  },
  {
    term: 'IMT',
    text: 'Islamic Movement of Turkestan: the name under which, by rumours, the IMU re-emerged.',
    source: { id, section: 'lead', paragraph: '3' },
  },
  {
    term: 'IMU',
    text: 'Islamic Movement of Uzbekistan.',
    source: { id, section: 'lead', paragraph: '1' },
  },
  {
    term: 'IRPT',
    text: 'Islamic Renaissance Party of Tajikistan: the party of Said Abdullah Nuri.',
    source: { id, section: 'tajik-civil-war', paragraph: '1' },
  },
  {
    term: 'ISI',
    text: 'Inter-Services Intelligence: an agency of Pakistan.',
    source: { id, section: 'formation', paragraph: '1' },
  },
  {
    term: 'Islamic Party of Turkestan',
    text: 'The name under which Russia banned the movement.',
    source: { id, section: 'status', paragraph: '2' },
  },
  {
    term: 'Juma Namangani',
    text: 'A nom de guerre: the name that Jumaboi Ahmadzhanovitch Khojayev, of Namangan, took.',
    source: { id, section: 'adolat', paragraph: '1' },
  },
  {
    term: 'UTO',
    text: 'United Tajik Opposition: the name of a loose coalition of democrats and Islamists.',
    source: { id, section: 'tajik-civil-war', paragraph: '1' },
  },
];
