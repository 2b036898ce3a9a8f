
size_t «name»_help(«name» value, const char *language, const «name»_argument *arguments, size_t count, char *buffer,
    size_t size) {
    «name»_out out = «name»_buffer(buffer, size);
    const «name»_row *row = «name»_row_of(value);
    size_t column = «name»_column(language);
    if (row && row->texts[0].messages[1]) {
        «name»_write_value(&out, value, 1, «name»_arguments_of(arguments, count), column);
    } else if (row && row->texts[column].help) {
        «name»_write_text(&out, row->texts[column].help);
    }
    return «name»_finish(&out);
}
