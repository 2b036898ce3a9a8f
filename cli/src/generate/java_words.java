
    /** The words of each enum with their names, in each language: a word, U+001F, its name, U+001E, and so on. */
    private static final String[][] words = {«words»};
«functions»
    private static String word(String text, String words) {
        for (String word : words.split("\u001e")) {
            String[] named = word.split("\u001f", 2);
            if (named[0].equals(text)) {
                return named[1];
            }
        }
        return text;
    }
