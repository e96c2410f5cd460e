/** Expressions that the story's layers share. */
import type {
  DataDrivenPropertyValueSpecification as DataDriven,
  ExpressionSpecification,
} from 'maplibre-gl';
import { faded, type StoryPalette } from './palette';

/** Font stacks of labels. */
export interface Fonts {
  readonly regular: string[];
  readonly semibold: string[];
}

/** A value for what is selected, what is hovered, and everything else. */
export function emphasis<T extends number | string>(
  selected: T,
  hovered: T,
  normal: T | ExpressionSpecification,
): ExpressionSpecification {
  return ['case', isSet('selected'), selected, isSet('hovered'), hovered, normal];
}

/** A number, or a colour, for each value of a state; 0, or no colour, for any other. */
export function byState<T extends number | string>(
  name: string,
  values: Readonly<Record<string, DataDriven<T>>>,
  other: number | string = 0,
): ExpressionSpecification {
  return [
    'match',
    ['coalesce', ['feature-state', name], 'none'],
    ...Object.entries(values).flat(),
    other,
  ] as unknown as ExpressionSpecification;
}

/** Whether a state is set. */
export function isSet(name: string): ExpressionSpecification {
  return ['boolean', ['feature-state', name], false];
}

/** The colour of a group, with an opacity of 0 to 1. */
export function hue(
  colours: StoryPalette,
  key: ExpressionSpecification,
  opacity = 1,
): ExpressionSpecification {
  const groups = ['incursion', 'relocation', 'base', 'event'] as const;
  return [
    'match',
    key,
    ...groups.flatMap((group) => [group, faded(colours[group], opacity)]),
    faded(colours.context, opacity),
  ] as unknown as ExpressionSpecification;
}

/** Pixels at zoom 4 and at zoom 9. */
export type Width = readonly [at4: number, at9: number];

/**
 * The widths of a movement's line, of the ground and the dots under it and of what opens it, and
 * their dashes in line widths.
 */
export const groundWidth: Width = [6, 8];
export const dotWidth: Width = [4, 5.4];
export const lineWidth: Width = [2.8, 4];
export const openWidth: Width = [1, 1.6];
export const possibleDash = [2.6, 1.7] as const;
export const schematicDash = [0.01, 2.6] as const;

/** Line widths grow a little with zoom. */
export function width([at4, at9]: Width): DataDriven<number> {
  return ['interpolate', ['linear'], ['zoom'], 4, at4, 9, at9];
}

/** The same, worked out for one zoom. */
export function widthAt([at4, at9]: Width, zoom: number): number {
  return at4 + (at9 - at4) * Math.min(1, Math.max(0, (zoom - 4) / 5));
}
