
/* How a language writes sentences. */
typedef struct «name»_speech {
    int right_to_left;
    /* The languages in which a message is looked for. */
    size_t chain[«NAME»_LANGUAGE_COUNT];
    const char *plural, *ordinal;
    uint32_t zero;
    const char *decimal, *group, *minus, *infinity, *nan;
    /* The number of digits in the last group, in each group before it, and the fewest in the first. */
    size_t last_group, other_groups, first_group;
    /* The texts between items: of a pair, after the first, between others, before the last; and how the last one changes. */
    const char *lists[2][5], *sizes[6], *durations[7], *duration_pair;
} «name»_speech;

static const «name»_speech «name»_speeches[«NAME»_LANGUAGE_COUNT] = {
«speeches»};

#define «NAME»_DIGITS "0123456789"

/* Where a text is written: a buffer, or an isolate around the text of an argument. */
typedef struct «name»_out {
    struct «name»_out *parent;
    char *buffer;
    size_t size, length;
    int is_open;
    /* The number of isolates that the argument itself has opened and not closed. */
    size_t own;
} «name»_out;

typedef struct «name»_arguments {
    const «name»_argument *items;
    size_t count;
    /* The value«own_parts» as arguments in the message of a range, or NULL. */
    const «name»_argument *own;
} «name»_arguments;

static void «name»_write_message(«name»_out *out, «name» value, «name»_arguments arguments, size_t column);

static «name»_argument «name»_argument_of(const char *name) {
    «name»_argument argument;
    memset(&argument, 0, sizeof argument);
    argument.name = name;
    argument.kind = «NAME»_ARGUMENT_MISSING;
    return argument;
}

«name»_argument «name»_argument_text(const char *name, const char *text) {
    «name»_argument argument = «name»_argument_of(name);
    if (text) argument.kind = «NAME»_ARGUMENT_TEXT;
    argument.text = text;
    return argument;
}

«name»_argument «name»_argument_unsigned(const char *name, uint64_t number) {
    «name»_argument argument = «name»_argument_of(name);
    argument.kind = «NAME»_ARGUMENT_INTEGER;
    argument.number = number;
    return argument;
}

«name»_argument «name»_argument_signed(const char *name, int64_t number) {
    «name»_argument argument = «name»_argument_unsigned(name, number < 0 ? 0 - (uint64_t)number : (uint64_t)number);
    argument.is_negative = number < 0;
    return argument;
}

«name»_argument «name»_argument_duration(const char *name, uint64_t seconds, uint32_t nanoseconds) {
    «name»_argument argument = «name»_argument_unsigned(name, seconds);
    argument.kind = «NAME»_ARGUMENT_DURATION;
    argument.nanoseconds = nanoseconds;
    return argument;
}

«name»_argument «name»_argument_texts(const char *name, const char *const *texts, size_t count) {
    «name»_argument argument = «name»_argument_list(name, NULL, count);
    argument.texts = texts;
    return argument;
}

«name»_argument «name»_argument_list(const char *name, const «name»_argument *items, size_t count) {
    «name»_argument argument = «name»_argument_of(name);
    argument.kind = «NAME»_ARGUMENT_LIST;
    argument.items = items;
    argument.count = count;
    return argument;
}

«name»_argument «name»_argument_message(const char *name, «name» value, const «name»_argument *arguments, size_t count) {
    «name»_argument argument = «name»_argument_list(name, arguments, count);
    argument.kind = «NAME»_ARGUMENT_MESSAGE;
    argument.value = value;
    return argument;
}

/* The first character of a text. */
static uint32_t «name»_letter(const char *text, size_t length, size_t *size) {
    uint32_t first = (unsigned char)*text, letter;
    size_t wanted = first < 0xC0 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    letter = wanted == 1 ? first : first & (0x7Fu >> wanted);
    for (*size = 1; *size < wanted && *size < length; ++*size) {
        letter = letter << 6 | ((unsigned char)text[*size] & 0x3Fu);
    }
    return letter;
}

static int «name»_changes_direction(const char *text, size_t length) {
    size_t size;
    for (; length > 0; text += size, length -= size) {
        uint32_t letter = «name»_letter(text, length, &size);
        if ((letter >= 0x590 && letter <= 0x8FF) || (letter >= 0xFB1D && letter <= 0xFDFF)
            || (letter >= 0xFE70 && letter <= 0xFEFF) || (letter >= 0x10800 && letter <= 0x10FFF)
            || (letter >= 0x1E800 && letter <= 0x1EFFF) || letter == 0x200F || (letter >= 0x202A && letter <= 0x202E)
            || (letter >= 0x2066 && letter <= 0x2069)) return 1;
    }
    return 0;
}

static void «name»_write(«name»_out *out, const char *text, size_t length);

static void «name»_open(«name»_out *out) {
    out->is_open = 1;
    «name»_write(out->parent, "\342\201\250", 3);
}

/* Isolates a text from the first part that may change the direction. */
static void «name»_write(«name»_out *out, const char *text, size_t length) {
    if (!out->parent) {
        size_t room = out->size > out->length ? out->size - out->length : 0;
        if (room > 0) memcpy(out->buffer + out->length, text, length < room ? length : room);
        out->length += length;
        return;
    }
    if (!out->is_open && «name»_changes_direction(text, length)) «name»_open(out);
    while (out->is_open && length > 0) {
        size_t end = 0, size = 0;
        uint32_t letter = 0;
        /* Up to the next mark that begins or ends an isolate. */
        for (; end < length && (letter < 0x2066 || letter > 0x2069); end += size) {
            letter = «name»_letter(text + end, length - end, &size);
        }
        «name»_write(out->parent, text, end);
        if (letter == 0x2069 && out->own == 0) «name»_open(out);
        else if (letter == 0x2069) out->own--;
        else if (letter >= 0x2066 && letter <= 0x2068) out->own++;
        text += end;
        length -= end;
    }
    if (length > 0) «name»_write(out->parent, text, length);
}

static void «name»_write_text(«name»_out *out, const char *text) {
    «name»_write(out, text, strlen(text));
}

static void «name»_write_letter(«name»_out *out, uint32_t letter) {
    size_t length = letter < 0x80 ? 1 : letter < 0x800 ? 2 : letter < 0x10000 ? 3 : 4, index;
    char bytes[4];
    for (index = length - 1; index > 0; index--, letter >>= 6) bytes[index] = (char)(0x80 | (letter & 0x3F));
    bytes[0] = (char)(length == 1 ? letter : (0xF00u >> length & 0xFF) | letter);
    «name»_write(out, bytes, length);
}

static «name»_out «name»_buffer(char *buffer, size_t size) {
    «name»_out out;
    memset(&out, 0, sizeof out);
    out.buffer = buffer;
    out.size = size;
    return out;
}

/* Ends a buffer, before a character that did not fit. */
static size_t «name»_finish(«name»_out *out) {
    size_t end = out->length < out->size ? out->length : out->size - 1;
    if (out->size == 0) return out->length;
    while (end < out->length && end > 0 && ((unsigned char)out->buffer[end] & 0xC0) == 0x80) end--;
    out->buffer[end] = 0;
    return out->length;
}

/* A text or a number as a program without languages shows it; NULL for other arguments. */
static const char *«name»_shown(const «name»_argument *argument, char digits[24]) {
    if (argument->kind == «NAME»_ARGUMENT_TEXT) return argument->text;
    if (argument->kind != «NAME»_ARGUMENT_INTEGER) return NULL;
    snprintf(digits, 24, "%s%" PRIu64, argument->is_negative ? "-" : "", argument->number);
    return digits;
}

/* The plural category of a number; empty if the text is not a number. */
static const char *«name»_category(const char *text, const char *rules) {
    static const char *const names[] = {"zero", "one", "two", "few", "many", "other"};
    static const uint32_t powers[] = {1, 10, 100, 1000, 10000, 100000, 1000000, 10000000};
    uint64_t operands[8] = {0, 0, 0, 0, 0, 0, 0, 0}, power = 0;
    const char *decimals, *rest;
    size_t whole, fraction = 0, index;
    unsigned at = (unsigned char)rules[11];
    text += *text == '+' || *text == '-';
    whole = strspn(text, «NAME»_DIGITS);
    decimals = rest = text + whole;
    if (*rest == '.') {
        decimals = rest + 1;
        fraction = strspn(decimals, «NAME»_DIGITS);
        rest = decimals + fraction;
        if (fraction == 0) return "";
    }
    if (*rest == 'c' || *rest == 'e') {
        if (strspn(++rest, «NAME»_DIGITS) == 0) return "";
        for (; *rest >= '0' && *rest <= '9'; rest++) {
            power = power * 10 + (uint64_t)(*rest - '0');
            if (power > UINT32_MAX) power = UINT32_MAX;
        }
    }
    if (whole == 0 || *rest || (power > 0 && fraction > 17)) return "";
    operands[5] = power;
    operands[1] = power < fraction ? fraction - power : 0;
    /* Rules only compare small numbers and take remainders by small powers of ten. */
    for (index = 0; index < whole + fraction || (index < whole + power && index < whole + fraction + 17); index++) {
        const uint64_t large = UINT64_C(100000000000000000);
        size_t digit = index < whole ? index : index - whole;
        int is_whole = index < whole + power;
        uint64_t *number = is_whole ? &operands[0] : &operands[3];
        *number *= 10;
        if (index < whole + fraction) *number += (uint64_t)((index < whole ? text : decimals)[digit] - '0');
        if (*number >= large) *number = large + *number % large;
        if (!is_whole && decimals[digit] != '0') {
            operands[4] = operands[3];
            operands[2] = digit + 1 - power;
        }
    }
    /* The format is described with `plural` of code-registry-encoding. */
    while (at < 250) {
        const unsigned char *step = (const unsigned char *)rules + 12 + at;
        uint64_t number = operands[step[0] & 7] % (step[0] >> 3 & 7 ? powers[step[0] >> 3 & 7] : UINT64_MAX);
        uint64_t first = step[3], length = step[4];
        if (step[0] & 64) {
            for (first = length = 0, index = 4; index > 0; index--) {
                first = first << 8 | step[2 + index];
                length = length << 8 | step[6 + index];
            }
        }
        at = first <= number && number - first <= length ? step[1] : step[2];
    }
    return names[at - 250];
}

/* A decimal number as the language writes it; another text as it is. */
static void «name»_write_number(«name»_out *out, const char *text, const «name»_speech *speech) {
    size_t whole = strspn(text + (*text == '-'), «NAME»_DIGITS), left = whole;
    const char *rest = text + (*text == '-') + whole;
    if (*rest == '.' && whole > 0) rest += 1 + strspn(rest + 1, «NAME»_DIGITS);
    if (strcmp(text, "NaN") == 0 || strcmp(text, "-NaN") == 0) {
        «name»_write_text(out, speech->nan);
    } else if (strcmp(text, "inf") == 0 || strcmp(text, "-inf") == 0) {
        if (*text == '-') «name»_write_text(out, speech->minus);
        «name»_write_text(out, speech->infinity);
    } else if (*rest) {
        «name»_write_text(out, text);
    } else {
        for (; *text; text++) {
            if (*text == '-') {
                «name»_write_text(out, speech->minus);
            } else if (*text == '.') {
                «name»_write_text(out, speech->decimal);
            } else {
                int is_separated = left < whole && whole >= speech->last_group + speech->first_group
                    && left >= speech->last_group && (left - speech->last_group) % speech->other_groups == 0;
                if (is_separated) «name»_write_text(out, speech->group);
                if (left > 0) left--;
                «name»_write_letter(out, speech->zero + (uint32_t)(*text - '0'));
            }
        }
    }
}

/* Tenths with the form of a unit for the plural category: `one={0} day|other={0} days`. */
static void «name»_write_unit(«name»_out *out, const char *form, int is_negative, uint64_t tenths,
    const «name»_speech *speech) {
    char number[32];
    const char *category, *end, *place;
    snprintf(number, sizeof number, "%s%" PRIu64 ".%" PRIu64, is_negative ? "-" : "", tenths / 10, tenths % 10);
    if (tenths % 10 == 0) number[strlen(number) - 2] = 0;
    category = «name»_category(number, speech->plural);
    for (;; form = end + 1) {
        size_t length = strcspn(form, "=");
        end = form + strcspn(form, "|");
        /* `other` is the last form. */
        if (!*end || (strlen(category) == length && memcmp(form, category, length) == 0)) break;
    }
    form += strcspn(form, "=") + 1;
    place = strstr(form, "{0}");
    if (!place || place > end) {
        «name»_write(out, form, (size_t)(end - form));
    } else {
        «name»_write(out, form, (size_t)(place - form));
        «name»_write_number(out, number, speech);
        «name»_write(out, place + 3, (size_t)(end - place - 3));
    }
}

/* Half to even. */
static uint64_t «name»_rounded(uint64_t number, uint64_t step) {
    uint64_t whole = number / step, rest = number % step;
    return whole + (rest > step - rest || (rest == step - rest && whole % 2 == 1));
}

static void «name»_write_size(«name»_out *out, const «name»_argument *argument, const «name»_speech *speech) {
    uint64_t bytes = argument->number, power = 1, tenths = bytes * 10;
    size_t unit = 0;
    for (; unit < 5 && bytes >= power * 1000; unit++) power *= 1000;
    if (unit > 0) {
        tenths = «name»_rounded(bytes, power / 10);
        if (tenths >= 100) tenths = «name»_rounded(bytes, power) * 10;
    }
    if (tenths >= 10000 && unit < 5) {
        unit++;
        tenths = 10;
    }
    «name»_write_unit(out, speech->sizes[unit], argument->is_negative, tenths, speech);
}

/* Writes a part of a pattern: the text before or after `{1}`. */
static void «name»_write_pattern(«name»_out *out, const char *pattern, int is_after) {
    const char *place = strstr(pattern, "{1}");
    size_t length = place ? (size_t)(place - pattern) : strlen(pattern);
    if (!is_after) «name»_write(out, pattern, length);
    else if (place) «name»_write_text(out, place + 3);
}

static void «name»_write_duration(«name»_out *out, const «name»_argument *argument, const «name»_speech *speech) {
    uint64_t seconds = argument->number, values[8] = {0, 0, 0, 0, 0, 0, 0, 0};
    uint32_t nanoseconds = argument->nanoseconds;
    size_t first = 0;
    values[0] = seconds / 86400;
    values[1] = seconds / 3600 % 24;
    values[2] = seconds / 60 % 60;
    values[3] = seconds % 60;
    values[4] = nanoseconds / 1000000;
    values[5] = nanoseconds / 1000 % 1000;
    values[6] = nanoseconds % 1000;
    while (first < 7 && values[first] == 0) first++;
    if (first == 7) first = 3;
    «name»_write_unit(out, speech->durations[first], 0, values[first] * 10, speech);
    if (values[first + 1] == 0) return;
    «name»_write_pattern(out, speech->duration_pair, 0);
    «name»_write_unit(out, speech->durations[first + 1], 0, values[first + 1] * 10, speech);
    «name»_write_pattern(out, speech->duration_pair, 1);
}

/* Whether a number is read as `once...`: 11, alone or followed by groups of three digits or by decimals. */
static int «name»_is_once(const char *text) {
    if (strncmp(text, "11", 2) != 0) return 0;
    for (text += 2;; text += 3) {
        const char *group = text + (*text == '.' || *text == ' ' ? 1 : strncmp(text, "\302\240", 2) == 0 ? 2 : 0);
        if (strspn(group, «NAME»_DIGITS) < 3) break;
        text = group;
    }
    if (*text == ',') text += 1 + strspn(text + 1, «NAME»_DIGITS);
    return !*text || !strchr(".," «NAME»_DIGITS, *text);
}

/* Whether the connective before an item changes, which depends on the sound that this begins with. */
static int «name»_is_changed(const char *elision, const char *item) {
    int first = «name»_lower(item[0]), second = first ? «name»_lower(item[1]) : 0;
    int third = second ? «name»_lower(item[2]) : 0;
    size_t size;
    uint32_t letter = «name»_letter(item, strlen(item), &size);
    if (strcmp(elision, "es-and") == 0) {
        return first == 'i' || (first == 'h' && second == 'i' && third != 'a' && third != 'e');
    }
    if (strcmp(elision, "es-or") == 0) {
        return first == 'o' || first == '8' || (first == 'h' && second == 'o') || «name»_is_once(item);
    }
    if (strcmp(elision, "it-and") == 0) {
        return first == 'e' || letter == 0xE8 || letter == 0xE9 || letter == 0xC8 || letter == 0xC9;
    }
    return first && !((letter >= 0x591 && letter <= 0x5C7) || (letter >= 0x5D0 && letter <= 0x5EA)
        || (letter >= 0x5EF && letter <= 0x5F4) || (letter >= 0xFB1D && letter <= 0xFB36)
        || (letter >= 0xFB38 && letter <= 0xFB3C) || letter == 0xFB3E || letter == 0xFB40 || letter == 0xFB41
        || letter == 0xFB43 || letter == 0xFB44 || (letter >= 0xFB46 && letter <= 0xFB4F));
}

/* The connective before the last item of a list, with its change. */
static const char *«name»_connective(const char *pattern, const char *elision, const char *item) {
    static const char *const changes[][3] = {
        {"es-and", " y {1}", " e {1}"}, {"es-or", " o {1}", " u {1}"}, {"it-and", " e {1}", " ed {1}"},
        {"he-and", " \327\225{1}", " \327\225\342\200\221{1}"},
    };
    size_t index;
    for (index = 0; index < 4; index++) {
        if (strcmp(changes[index][0], elision) == 0 && strcmp(changes[index][1], pattern) == 0
            && «name»_is_changed(elision, item)) return changes[index][2];
    }
    return pattern;
}

static «name»_arguments «name»_arguments_of(const «name»_argument *items, size_t count) {
    «name»_arguments arguments;
    arguments.items = items;
    arguments.count = count;
    arguments.own = NULL;
    return arguments;
}

static void «name»_write_plain(«name»_out *out, const «name»_argument *argument, size_t column) {
    char digits[24];
    const char *text = «name»_shown(argument, digits);
    «name»_arguments arguments = «name»_arguments_of(argument->items, argument->count);
    if (argument->kind == «NAME»_ARGUMENT_MESSAGE) «name»_write_message(out, argument->value, arguments, column);
    else if (text) «name»_write_text(out, text);
}

«write_word»static void «name»_write_argument(«name»_out *out, const «name»_argument *argument, const char *kind, size_t column);

static void «name»_write_list(«name»_out *out, const «name»_argument *list, const char *kind, size_t column) {
    const char *const *patterns = «name»_speeches[column].lists[*kind == 'o'];
    size_t index, last = list->count - 1;
    for (index = 0; index < list->count; index++) {
        «name»_argument item = list->items ? list->items[index] : «name»_argument_text(NULL, list->texts[index]);
        char start[33];
        «name»_out beginning = «name»_buffer(start, sizeof start);
        if (index > 0) {
            const char *pattern = patterns[last == 1 ? 0 : index == last ? 3 : index == 1 ? 1 : 2];
            «name»_write_plain(&beginning, &item, column);
            «name»_finish(&beginning);
            «name»_write_pattern(out, index == last ? «name»_connective(pattern, patterns[4], start) : pattern, 0);
        }
        «name»_write_argument(out, &item, "", column);
    }
    for (index = last; list->count > 0 && index > 0; index--) {
        «name»_write_pattern(out, patterns[last == 1 ? 0 : index == last ? 3 : index == 1 ? 1 : 2], 1);
    }
}

/* Isolates an argument in a sentence written from right to left, and one that may change the direction in any other. */
static void «name»_write_argument(«name»_out *out, const «name»_argument *argument, const char *kind, size_t column) {
    const «name»_speech *speech = &«name»_speeches[column];
    «name»_out isolate = «name»_buffer(NULL, 0);
    char digits[24];
    const char *text = «name»_shown(argument, digits);
    if (argument->kind == «NAME»_ARGUMENT_LIST) {
        «name»_write_list(out, argument, kind, column);
        return;
    }
    isolate.parent = out;
    if (speech->right_to_left) «name»_open(&isolate);
    if (argument->kind == «NAME»_ARGUMENT_DURATION) «name»_write_duration(&isolate, argument, speech);
    else if (argument->kind == «NAME»_ARGUMENT_INTEGER && *kind == 'b') «name»_write_size(&isolate, argument, speech);
    else if (text && (*kind == 'n' || *kind == 'b')) «name»_write_number(&isolate, text, speech);
«word_case»    else «name»_write_plain(&isolate, argument, column);
    for (isolate.own += isolate.is_open != 0; isolate.own > 0; isolate.own--) «name»_write(out, "\342\201\251", 3);
}

static const «name»_argument *«name»_find(«name»_arguments arguments, const char *name, size_t length) {
    size_t index;
    for (index = 0; index < arguments.count; index++) {
        const «name»_argument *argument = &arguments.items[index];
        if (argument->kind != «NAME»_ARGUMENT_MISSING && argument->name && strlen(argument->name) == length
            && memcmp(argument->name, name, length) == 0) return argument;
    }
    for (index = 0; arguments.own && index < «own_count»; index++) {
        const «name»_argument *argument = &arguments.own[index];
        if (strlen(argument->name) == length && memcmp(argument->name, name, length) == 0) return argument;
    }
    return NULL;
}

/* Whether a condition holds: `plural count one`. */
static int «name»_holds(const char *condition, const char *end, «name»_arguments arguments, const «name»_speech *speech) {
    const char *name = strchr(condition, ' ') + 1, *key = strchr(name, ' ') + 1;
    const «name»_argument *argument = «name»_find(arguments, name, (size_t)(key - name) - 1);
    char digits[24];
    const char *text = argument ? «name»_shown(argument, digits) : NULL;
    if (!text) return 0;
    if (*condition != 's' && (*key < '0' || *key > '9')) {
        text = «name»_category(text, *condition == 'p' ? speech->plural : speech->ordinal);
    }
    return strlen(text) == (size_t)(end - key) && memcmp(text, key, strlen(text)) == 0;
}

static void «name»_write_sentence(«name»_out *out, const char *text, const char *end, «name»_arguments arguments,
    size_t column) {
    /* Texts and arguments take turns. */
    int is_argument = 0;
    for (; text <= end; is_argument = !is_argument) {
        size_t length = strcspn(text, "\035\036"), name = strcspn(text, ":\035");
        const «name»_argument *argument = is_argument ? «name»_find(arguments, text, name) : NULL;
        if (argument) {
            «name»_write_argument(out, argument, name < length ? text + name + 1 : "", column);
        } else if (is_argument) {
            «name»_write_text(out, "{");
            «name»_write(out, text, name);
            «name»_write_text(out, "}");
        } else if (length > 0) {
            «name»_write(out, text, length);
        }
        text += length + 1;
    }
}

/* Writes one of the messages of a row: 0 is the message, 1 is the help. */
static void «name»_write_row(«name»_out *out, const «name»_row *row, size_t which, «name»_arguments arguments,
    size_t column) {
    const «name»_speech *speech = &«name»_speeches[column];
    const char *text, *end;
    size_t index;
    if (!row) return;
    if (!row->texts[0].messages[which]) {
        «name»_write_text(out, row->texts[column].description);
        return;
    }
    for (index = 0; !row->texts[speech->chain[index]].messages[which]; index++) {
    }
    column = speech->chain[index];
    speech = &«name»_speeches[column];
    /* The sentence of the first alternative whose conditions hold; the last one has no conditions. */
    for (text = row->texts[column].messages[which];; text = end + 1) {
        int holds = 1;
        for (end = text + strcspn(text, "\036\037"); *end == '\037'; end = text + strcspn(text, "\036\037")) {
            holds = holds && «name»_holds(text, end, arguments, speech);
            text = end + 1;
        }
        if (holds || !*end) break;
    }
    «name»_write_sentence(out, text, end, arguments, column);
}

static void «name»_write_value(«name»_out *out, «name» value, size_t which, «name»_arguments arguments, size_t column) {
    «name»_argument own[«own_count»];
    own[0] = «name»_argument_«value_constructor»("value", value);
«own»    if (!«name»_code_of(value)) arguments.own = own;
    «name»_write_row(out, «name»_row_of(value), which, arguments, column);
}

static void «name»_write_message(«name»_out *out, «name» value, «name»_arguments arguments, size_t column) {
    «name»_write_value(out, value, 0, arguments, column);
}

size_t «name»_format(«name» value, const char *language, const «name»_argument *arguments, size_t count, char *buffer,
    size_t size) {
    «name»_out out = «name»_buffer(buffer, size);
    «name»_write_message(&out, value, «name»_arguments_of(arguments, count), «name»_column(language));
    return «name»_finish(&out);
}
«help»«row_function»«functions»