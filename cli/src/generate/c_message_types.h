/** What an argument is. */
typedef enum «name»_kind {
    «NAME»_ARGUMENT_MISSING,
    «NAME»_ARGUMENT_TEXT,
    «NAME»_ARGUMENT_INTEGER,
    «NAME»_ARGUMENT_DURATION,
    «NAME»_ARGUMENT_LIST,
    «NAME»_ARGUMENT_MESSAGE
} «name»_kind;

/** An argument of a message. The functions below make it; it keeps the pointers that they get. */
typedef struct «name»_argument {
    const char *name;
    «name»_kind kind;
    const char *text;
    int is_negative;
    uint64_t number;
    uint32_t nanoseconds;
    const char *const *texts;
    const struct «name»_argument *items;
    size_t count;
    «name» value;
} «name»_argument;

/** A text, or a number as decimal text. */
«name»_argument «name»_argument_text(const char *name, const char *text);
«name»_argument «name»_argument_signed(const char *name, int64_t number);
«name»_argument «name»_argument_unsigned(const char *name, uint64_t number);
«name»_argument «name»_argument_duration(const char *name, uint64_t seconds, uint32_t nanoseconds);
«name»_argument «name»_argument_texts(const char *name, const char *const *texts, size_t count);
/** A list of texts and messages; their names are not used. */
«name»_argument «name»_argument_list(const char *name, const «name»_argument *items, size_t count);
/** The message of a value, in the language of the sentence around it. */
«name»_argument «name»_argument_message(const char *name, «name» value, const «name»_argument *arguments, size_t count);

/** Writes the message of the value with arguments, in the best matching language; its description if it has no message.
 *
 * Like snprintf, writes at most `size` bytes, the last one of which is 0, and returns the length of the whole message. It does
 * not write a part of a character.
 */
size_t «name»_format(«name» value, const char *language, const «name»_argument *arguments, size_t count, char *buffer,
    size_t size);
«help_declaration»«declarations»
