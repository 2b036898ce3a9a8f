/* Writes the name of a word of an enum; another text as it is. */
static void «name»_write_word(«name»_out *out, const char *text, const char *kind, size_t column) {
    size_t index = 0;
    const char *found;
    for (; *kind >= '0' && *kind <= '9'; kind++) index = index * 10 + (size_t)(*kind - '0');
    found = «name»_find_word(index, text, column);
    «name»_write_text(out, found ? found : text);
}

