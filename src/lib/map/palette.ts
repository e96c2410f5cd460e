/**
 * Every colour of the map. The basemap stays quiet, so that the story is the only saturated thing on
 * it; no other file under `src/lib` names a colour of the map.
 */

export type ThemeName = 'light' | 'dark';

/** The colours of the embedded basemap. */
export interface BasemapPalette {
  /** The sea, and whatever lies behind the land. */
  water: string;
  /** Lakes and reservoirs, a little nearer to the land than the sea. */
  lake: string;
  shore: string;
  /** Must be the lowest tint of the relief pictures, which fade into it. */
  land: string;
  river: string;
  border: string;
  /** A pale band under the country borders that lifts them off the relief. */
  borderCasing: string;
  regionBorder: string;
  town: string;
  townCasing: string;
  countryLabel: string;
  regionLabel: string;
  rangeLabel: string;
  townLabel: string;
  waterLabel: string;
  landHalo: string;
  waterHalo: string;
}

/** The colours of what the atlas tells: Okabe-Ito hues, one for each kind of record. */
export interface StoryPalette {
  incursion: string;
  relocation: string;
  base: string;
  event: string;
  context: string;
  /** Dark outline of every sign: two of the hues alone are too pale on paper. */
  casing: string;
  /** The casing's counterpart, between a sign and a busy ground. */
  casingLight: string;
  /** Of words, of the dots of a path that is drawn and of gaps: stands out from the ground. */
  label: string;
  labelHalo: string;
  selected: string;
  /** Behind the sign of what is selected. */
  halo: string;
}

export interface Palette {
  name: ThemeName;
  basemap: BasemapPalette;
  story: StoryPalette;
}

/** A colour "#rrggbb" with an opacity of 0 to 1, as "#rrggbbaa". */
export const faded = (colour: string, opacity: number): string =>
  colour + (256 + Math.round(opacity * 255)).toString(16).slice(1);

/**
 * Seven hues for the values of any field, and a grey for all others: Okabe and Ito's, which the
 * colour-blind can tell apart, the yellow darkened on paper.
 */
export const categorical: Record<ThemeName, readonly string[]> = {
  light: ['#0072B2', '#D55E00', '#009E73', '#CC79A7', '#E69F00', '#56B4E9', '#A8A000', '#706d68'],
  dark: ['#4FA8DE', '#F07F2E', '#2FBF95', '#DB93BA', '#F2B632', '#8CCBF2', '#F0E442', '#a3a19c'],
};

export const palettes: Record<ThemeName, Palette> = {
  light: {
    name: 'light',
    basemap: {
      water: '#d5dfe2',
      lake: '#cfdbdf',
      shore: '#a9bac0',
      land: '#f3eee2',
      river: '#a3b8c1',
      border: '#91877a',
      borderCasing: '#fbf8f1',
      regionBorder: '#b9afa0',
      town: '#5d564d',
      townCasing: '#fbf8f1',
      countryLabel: '#5f574c',
      regionLabel: '#6f665a',
      rangeLabel: '#716650',
      townLabel: '#463f37',
      waterLabel: '#466068',
      landHalo: '#f6f2e8',
      waterHalo: '#e3eaec',
    },
    story: {
      incursion: '#D55E00',
      relocation: '#0072B2',
      base: '#009E73',
      event: '#CC79A7',
      context: '#706d68',
      casing: '#2b2620',
      casingLight: '#fffdf8',
      label: '#211d18',
      labelHalo: '#fffdf8',
      selected: '#111111',
      halo: '#ffe9a8',
    },
  },
  dark: {
    name: 'dark',
    basemap: {
      water: '#161b20',
      lake: '#181f25',
      shore: '#3b4a54',
      land: '#262a2e',
      river: '#41545f',
      border: '#74736f',
      borderCasing: '#1d2023',
      regionBorder: '#4b4e52',
      town: '#a9a6a0',
      townCasing: '#1d2023',
      countryLabel: '#b3b0aa',
      regionLabel: '#9f9d98',
      rangeLabel: '#9f9c93',
      townLabel: '#c3c0b9',
      waterLabel: '#7d98a5',
      landHalo: '#202428',
      waterHalo: '#161b20',
    },
    story: {
      incursion: '#F07F2E',
      relocation: '#4FA8DE',
      base: '#2FBF95',
      event: '#DB93BA',
      context: '#a3a19c',
      casing: '#0b0d0f',
      casingLight: '#f3f0e9',
      label: '#f3f0e9',
      labelHalo: '#14171a',
      selected: '#ffffff',
      halo: '#5c5030',
    },
  },
};
