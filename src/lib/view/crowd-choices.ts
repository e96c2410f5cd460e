/** The choices of values of a large file, as a link has them and back. */
import type { FieldChoice } from '../core/crowd/choice';
import type { FieldValues } from './field-values';
import type { View } from './link';

/** A field with all its values. */
interface WholeField {
  readonly name: string;
  readonly values: readonly string[];
}

/**
 * The choices as a link has them, each in the shorter of its two forms. `fields` are those of which
 * all values are known: none of a tileset.
 */
export function linkedChoices(
  choices: readonly FieldChoice[],
  fields: readonly WholeField[],
): Pick<View, 'only' | 'hide'> {
  const shortest = choices.map((choice): FieldChoice => {
    const field = fields.find(({ name }) => name === choice.field);
    if (!field) return choice;
    const others = field.values.filter((value) => !choice.values.includes(value));
    return others.length < choice.values.length
      ? { ...choice, only: !choice.only, values: others }
      : choice;
  });
  const named = (wanted: boolean): FieldValues[] =>
    shortest
      .filter(({ only, values }) => only === wanted && (only || values.length > 0))
      .map(({ field, values }) => ({ field, values }));
  const [only, hide] = [named(true), named(false)];
  return { ...(only.length > 0 && { only }), ...(hide.length > 0 && { hide }) };
}

/** The choices of a link, one for each field that is known: the first that it names. */
export function choicesOf(
  { only = [], hide = [] }: Pick<View, 'only' | 'hide'>,
  isKnown: (field: string) => boolean,
): readonly FieldChoice[] {
  const named = [
    ...hide.map((one) => ({ ...one, only: false })),
    ...only.map((one) => ({ ...one, only: true })),
  ].filter(({ field }) => isKnown(field));
  return named.filter(({ field }, k) => named.findIndex((one) => one.field === field) === k);
}
