/* Writes the sentences of the calls on standard input as the generated header does, each as a JSON string. */
#define CODE_IMPLEMENTATION
#include "generated.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct invocation {
    code value;
    const char *language;
    code_argument arguments[8];
    size_t count;
    int is_help;
} invocation;

/* What the arguments of a line point to. */
static char *texts[64];
static invocation nested[16];
static size_t text_count, nested_count;

static void expect(const char **at, const char *text) {
    if (strncmp(*at, text, strlen(text)) != 0) {
        fprintf(stderr, "not %s: %s\n", text, *at);
        exit(1);
    }
    *at += strlen(text);
}

static int skip(const char **at, const char *text) {
    if (strncmp(*at, text, strlen(text)) != 0) return 0;
    *at += strlen(text);
    return 1;
}

/* No text of the test contains an escape. */
static const char *string(const char **at) {
    size_t length;
    char *text;
    expect(at, "\"");
    length = strcspn(*at, "\"");
    text = (char *)malloc(length + 1);
    memcpy(text, *at, length);
    text[length] = 0;
    texts[text_count++] = text;
    *at += length + 1;
    return text;
}

static unsigned long long number(const char **at) {
    char *end;
    unsigned long long number = strtoull(*at, &end, 10);
    *at = end;
    return number;
}

static void read_call(const char **at, invocation *call);

static code_argument argument(const char **at, const char *name) {
    code_argument argument;
    if (strncmp(*at, "{\"arguments\"", 12) == 0) {
        invocation *inner = &nested[nested_count++];
        read_call(at, inner);
        return code_argument_message(name, inner->value, inner->arguments, inner->count);
    }
    if (skip(at, "{\"text\":") || skip(at, "{\"decimal\":")) {
        argument = code_argument_text(name, string(at));
    } else if (skip(at, "{\"integer\":")) {
        const char *digits = string(at);
        if (*digits == '-') argument = code_argument_signed(name, strtoll(digits, NULL, 10));
        else argument = code_argument_unsigned(name, strtoull(digits, NULL, 10));
    } else if (skip(at, "{\"nanoseconds\":")) {
        uint32_t nanoseconds = (uint32_t)number(at);
        expect(at, ",\"seconds\":");
        argument = code_argument_duration(name, strtoull(string(at), NULL, 10), nanoseconds);
    } else {
        size_t first = text_count;
        expect(at, "{\"list\":[");
        while (!skip(at, "]")) {
            string(at);
            skip(at, ",");
        }
        argument = code_argument_texts(name, (const char *const *)&texts[first], text_count - first);
    }
    expect(at, "}");
    return argument;
}

static void read_call(const char **at, invocation *call) {
    expect(at, "{\"arguments\":{");
    for (call->count = 0; !skip(at, "}"); skip(at, ",")) {
        const char *name = string(at);
        expect(at, ":");
        call->arguments[call->count++] = argument(at, name);
    }
    expect(at, ",");
    if (skip(at, "\"help\":")) {
        call->is_help = skip(at, "true");
        if (!call->is_help) expect(at, "false");
        expect(at, ",\"language\":");
        call->language = string(at);
        expect(at, ",");
    }
    expect(at, "\"value\":");
    call->value = (code)number(at);
    expect(at, "}");
}

/* The functions of messages write what code_format does. */
static void write_typed(const invocation *call, char *out, size_t size) {
    const code_argument *given = call->arguments;
    if (call->value == 5) {
        code_format_plain(call->language, out, size);
    } else if (call->value == 3) {
        code_format_lists(call->language, given[0].texts, given[0].count, given[1].texts, given[1].count, out, size);
    } else if (call->value == 1 && given[1].text && given[0].is_negative) {
        code_format_counted(call->language, (int64_t)(0 - given[0].number), given[1].text, out, size);
    } else if (call->value == 1 && given[1].text) {
        code_format_counted_unsigned(call->language, given[0].number, given[1].text, out, size);
    } else if (call->value == 150 && given[0].text) {
        code_format_ranged(call->language, given[0].text, out, size);
    }
}

int main(void) {
    static char line[1 << 16], whole[1 << 16], typed[1 << 16], cut[1 << 16];
    while (fgets(line, sizeof line, stdin)) {
        const char *at = line, *letter;
        invocation call;
        size_t length, size;
        read_call(&at, &call);
        length = code_format(call.value, call.language, call.arguments, call.count, whole, sizeof whole);
        strcpy(typed, whole);
        write_typed(&call, typed, sizeof typed);
        /* A short buffer has the beginning, and the length is the same. */
        size = length / 2 + 1;
        if (code_format(call.value, call.language, call.arguments, call.count, cut, size) != length || strlen(cut) + 4 < size
            || strncmp(cut, whole, strlen(cut)) != 0 || (whole[strlen(cut)] & 0xC0) == 0x80
            || code_format(call.value, call.language, call.arguments, call.count, NULL, 0) != length
            || strlen(whole) != length || strcmp(typed, whole) != 0) {
            fprintf(stderr, "%s%s is not %s or %s\n", line, whole, cut, typed);
            return 1;
        }
        if (call.is_help) code_help(call.value, call.language, call.arguments, call.count, whole, sizeof whole);
        putchar('"');
        for (letter = whole; *letter; letter++) {
            if (*letter == '"' || *letter == '\\') putchar('\\');
            putchar(*letter);
        }
        puts("\"");
        while (text_count > 0) free(texts[--text_count]);
        nested_count = 0;
    }
    return 0;
}
