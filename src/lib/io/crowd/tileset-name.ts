/** Whether a file is a tileset, by its name; apart from all else, as the first view asks for it. */
export const isTilesetName = (name: string): boolean => /\.pmtiles$/i.test(name);
