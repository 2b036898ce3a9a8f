
/** Identifies what the modules of the other languages refer to by position (rows, columns, enums and arguments), and the version of
 * what writes messages. It must be the same in all files. */
const TABLE = "«table»";

/** The texts of a language: the default export of its module. */
export interface LanguageTexts {
  /** Differs if the module does not match this file. */
  readonly table: typeof TABLE;
  /** One of `LANGUAGES`. */
  readonly language: string;
  /** Those of the codes, of the ranges, and of unlisted values. */
  readonly texts: readonly «Name»Text[];
«fields»}

/** The languages in which the texts of each of `LANGUAGES` are looked for, by their indices. */
const CHAINS: readonly (readonly number[])[] = [«chains»];

const INSTALLED: Map<number, LanguageTexts> = /* @__PURE__ */ new Map<number, LanguageTexts>();

type LanguageModule = () => Promise<{ readonly default: LanguageTexts }>;

/** The modules of `LANGUAGES` without the default language. */
const MODULES: readonly LanguageModule[] = [
«modules»];

/** Loads the best matching language, and those that its missing texts fall back to. Until then, its texts are those of a
 * fallback that is loaded, else of the default language. */
export async function load(language: string): Promise<void> {
  const chain = CHAINS[columnOf(language)] as readonly number[];
  const missing = chain.filter((column) => column > 0 && !INSTALLED.has(column));
  const modules = await Promise.all(missing.map((column) => (MODULES[column - 1] as LanguageModule)()));
  for (const module of modules) install(module.default);
}

/** Adds the texts of a language that the program imports itself. Throws if the module does not match this file. */
export function install(texts: LanguageTexts): void {
  if (texts.table !== TABLE) throw new Error(`the module of ${texts.language} does not match index.ts: generate all files again`);
  INSTALLED.set(LANGUAGES.findIndex((tag) => tag === texts.language), texts);
}

/** The best matching language if it is installed, else the first fallback that is; `undefined` for the default language. */
function installedFor(language: string): LanguageTexts | undefined {
  const chain = CHAINS[columnOf(language)] as readonly number[];
  return INSTALLED.get(chain.find((column) => column === 0 || INSTALLED.has(column)) ?? 0);
}

function textIn(row: «Name»Row | undefined, language: string): «Name»Text | undefined {
  return row && (installedFor(language)?.texts[row.index] ?? row.texts[0]);
}
«words»«sentences»
