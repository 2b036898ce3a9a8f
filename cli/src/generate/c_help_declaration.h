
/** Writes the help of the value with arguments, in the best matching language, as the function above does; an empty text if
 * there is none.
 */
size_t «name»_help(«name» value, const char *language, const «name»_argument *arguments, size_t count, char *buffer,
    size_t size);
