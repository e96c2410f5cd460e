/** Writes atlas.json and sources.json as the door reads them. */
import { endOf, spanBetween, startOf } from '../core/bounds';
import { dateAt, dateFrom, dateUntil, daysOf, formatDate, type PartialDate } from '../core/date';
import type { Name, Source } from '../core/model';
import type { Span } from '../core/span';
import type { Header } from './read-header';

type Json = { readonly [key: string]: unknown };

function sameSpan(one: Span | undefined, other: Span): boolean {
  return (
    one?.earliestStart === other.earliestStart &&
    one.latestStart === other.latestStart &&
    one.earliestEnd === other.earliestEnd &&
    one.latestEnd === other.latestEnd
  );
}

/** The two dates that are read as this span; its outer days where no two shorter ones are. */
function datePair(span: Span): [string, string] {
  const precisions = ['year', 'month', 'day'] as const;
  const firsts: PartialDate[] = precisions.map((of) => dateAt(startOf(span).from, of));
  const lasts: PartialDate[] = precisions.map((of) => dateAt(endOf(span).to, of));
  for (const first of firsts) {
    for (const last of lasts) {
      if (sameSpan(spanBetween(daysOf(first), daysOf(last)), span)) {
        return [formatDate(first), formatDate(last)];
      }
    }
  }
  return [formatDate(dateFrom(span.earliestStart)), formatDate(dateUntil(span.latestEnd))];
}

const nameOf = ({ text, lang }: Name): Json => ({ text, ...(lang !== undefined && { lang }) });

/** What atlas.json holds. */
export function headerJson(atlas: Header): Json {
  const { id, title, summary, version, licence, span, opening } = atlas;
  return {
    id,
    title,
    summary,
    version,
    licence,
    span: [formatDate(dateFrom(span.from)), formatDate(dateUntil(span.to))],
    opening,
    ...(atlas.entries.length > 0 && { entries: atlas.entries }),
    ...(atlas.method.length > 0 && { method: atlas.method }),
    actors: atlas.actors.map(({ variants, ...actor }) => ({
      ...actor,
      ...(variants.length > 0 && { variants: variants.map(nameOf) }),
    })),
    ...(atlas.chapters.length > 0 && {
      chapters: atlas.chapters.map((chapter) => ({ ...chapter, span: datePair(chapter.span) })),
    }),
  };
}

/** A date of CSL: its numbers where it is one, and else its words. */
function cslDate(text: string): Json {
  return /^\d{4}(-\d\d){0,2}$/.test(text)
    ? { 'date-parts': [text.split('-').map(Number)] }
    : { literal: text };
}

/** A source as CSL-JSON, as far as the model keeps it. */
export function sourceJson({ id, title, author, issued, url, note, passages }: Source): Json {
  return {
    id,
    type: 'document',
    title,
    ...(author !== undefined && { author: [{ literal: author }] }),
    ...(issued !== undefined && { issued: cslDate(issued) }),
    ...(url !== undefined && { URL: url }),
    ...(note !== undefined && { note }),
    ...(passages.length > 0 && { custom: { passages } }),
  };
}
