
/* A word of an enum with its name in each language. The last one is NULL. */
typedef struct «name»_word {
    const char *word;
    const char *names[«NAME»_LANGUAGE_COUNT];
} «name»_word;
«lists»
static const «name»_word *const «name»_words[] = {«array»};

static const char *«name»_find_word(size_t index, const char *text, size_t column) {
    const «name»_word *word;
    for (word = «name»_words[index]; word->word; word++) {
        if (strcmp(word->word, text) == 0) return word->names[column];
    }
    return NULL;
}
