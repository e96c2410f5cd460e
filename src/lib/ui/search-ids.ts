/** Ids of a search's parts, by which its field names its list and the active option. */

export const listId = (id: string): string => `${id}-list`;

export const optionId = (id: string, position: number): string => `${id}-option-${position}`;
