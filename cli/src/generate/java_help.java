
    /** The help of the value with arguments, in the best matching language. */
    public static Optional<String> helpOf(«value» value, String language, Map<String, ?> arguments) {
        Optional<Row> row = rowOf(value).filter(it -> Arrays.stream(it.texts).anyMatch(text -> text.helpMessage != null));
        if (row.isEmpty()) {
            return textOf(value, language).flatMap(Text::help);
        }
        return row.map(it -> String.join("", parts(it, text -> text.helpMessage, language, withValue(value, arguments))));
    }
