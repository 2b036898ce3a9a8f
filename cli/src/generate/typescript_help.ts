
/** The help of the value with arguments, in the best matching language. */
export function helpOf(value: «value», args: Arguments = {}, language: string = LANGUAGES[0]): string | undefined {
  const row = rowOf(value);
  return row?.help === undefined ? «text_of_row»?.help : write(row.help, withValue(value, args), language);
}
