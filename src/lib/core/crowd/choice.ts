/** Which values of a field are shown: all but some, or only some. By name, as a link has them. */
export interface FieldChoice {
  readonly field: string;
  /** Whether the values are those that are shown; else those that are left out. */
  readonly only: boolean;
  /** The empty text stands for records that say nothing in this field. */
  readonly values: readonly string[];
}

/** Whether a choice shows a value; without a choice every value is shown. */
export function allows(choice: FieldChoice | undefined, value: string): boolean {
  return !choice || choice.values.includes(value) === choice.only;
}

/** The choices with another one for a field; one that leaves nothing out is none. */
function withChoice(choices: readonly FieldChoice[], choice: FieldChoice): FieldChoice[] {
  const others = choices.filter(({ field }) => field !== choice.field);
  return choice.only || choice.values.length > 0 ? [...others, choice] : others;
}

/** Leaves a value out that was shown, or shows it again. */
export function toggled(
  choices: readonly FieldChoice[],
  field: string,
  value: string,
): FieldChoice[] {
  const { only, values }: FieldChoice = choices.find((one) => one.field === field) ?? {
    field,
    only: false,
    values: [],
  };
  const next = values.includes(value) ? values.filter((one) => one !== value) : [...values, value];
  return withChoice(choices, { field, only, values: next });
}

/** Shows every value of a field, or none of them. */
export function chooseAll(
  choices: readonly FieldChoice[],
  field: string,
  all: boolean,
): FieldChoice[] {
  return withChoice(choices, { field, only: !all, values: [] });
}
