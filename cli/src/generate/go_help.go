
// Help is the help of the value with arguments, in the best matching language; empty if there is none.
func (c «Name») Help(language string, arguments map[string]any) string {
	row := c.row()
	for index := range row.Texts {
		if row.Texts[index].helpMessage != "" {
			of := func(text *«Name»Text) string { return text.helpMessage }
			return strings.Join(«name»Parts(&row, of, c.withValue(arguments), language), "")
		}
	}
	return c.Text(language).Help
}
