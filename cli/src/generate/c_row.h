
static size_t «name»_write_row_to(const «name»_row *row, const char *language, const «name»_argument *items, size_t count,
    char *buffer, size_t size) {
    «name»_out out = «name»_buffer(buffer, size);
    «name»_write_row(&out, row, 0, «name»_arguments_of(items, count), «name»_column(language));
    return «name»_finish(&out);
}
