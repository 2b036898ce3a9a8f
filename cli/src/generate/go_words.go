
// The words of each enum with their names, in each language: a word, U+001F, its name, U+001E, and so on.
var «name»Words = [][«count»]string{
«words»}
«functions»
func «name»Word(text string, words string) string {
	for _, word := range strings.Split(words, "\x1e") {
		if word, name, _ := strings.Cut(word, "\x1f"); word == text {
			return name
		}
	}
	return text
}
