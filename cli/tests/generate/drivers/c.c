/* Answers for the values on standard input as the generated header does: fields as `length:bytes,`, or `-`. */
#define CODE_IMPLEMENTATION
#include "generated.h"
#undef CODE_IMPLEMENTATION
#include "generated.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void field(const char *text) {
    if (text) printf("%d:%s,", (int)strlen(text), text);
    else putchar('-');
}

/* A column or a part of a value that has a row. */
void number(int is_there, uint64_t cell);
void number(int is_there, uint64_t cell) {
    char digits[32];
    sprintf(digits, "%" PRIu64, cell);
    field(is_there ? digits : NULL);
}

int main(int count, char **words) {
    char line[64], label[1024];
    int word;
    while (fgets(line, sizeof line, stdin)) {
        code value;
        const char *const *references;
        line[strcspn(line, "\n")] = 0;
        value = PARSE;
        field(code_symbol(value));
        code_label(value, label, sizeof label);
        field(code_symbol(value) ? label : NULL);
        field(code_status(value));
        references = code_references(value);
        for (label[0] = 0; references && *references; references++) {
            if (label[0]) strcat(label, "\n");
            strcat(label, *references);
        }
        field(label[0] ? label : NULL);
        COLUMNS
        for (word = 1; word < count; word++) {
            const code_text *text = code_text_of(value, words[word]);
            field(text ? text->name : NULL);
            field(text ? text->description : NULL);
            field(text ? text->help : NULL);
            TEXTS
        }
        putchar('\n');
    }
    return 0;
}
