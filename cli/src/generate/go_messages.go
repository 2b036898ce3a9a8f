
// «Name»Integer is any integer.
type «Name»Integer interface {
	int | int8 | int16 | int32 | int64 | uint | uint8 | uint16 | uint32 | uint64
}

// «Name»Textual is a text, or another message: what Localized returns.
type «Name»Textual interface {
	string | func(language string) []string
}

// Format is the message of the value with arguments, in the best matching language; its description if it has no message.
// An argument is a text, an integer, another number as decimal text, a time.Duration, a []string, a []any, what Localized
// returns, or any other value, which is shown as fmt.Sprint does.
func (c «Name») Format(language string, arguments map[string]any) string {
	return strings.Join(c.Localized(arguments)(language), "")
}

// Localized is the message of the value as an argument of another message: its parts in a language.
func (c «Name») Localized(arguments map[string]any) func(language string) []string {
	return func(language string) []string {
		row := c.row()
		return «name»Parts(&row, «name»Message, c.withValue(arguments), language)
	}
}
«help»
// Adds the value«own_parts» to the arguments of the message of a range. Arguments that are passed take precedence.
func (c «Name») withValue(arguments map[string]any) map[string]any {
	if _, isCode := c.find(); isCode {
		return arguments
	}
	whole := map[string]any{"value": fmt.Sprint(«value»(c))«own»}
	for name, argument := range arguments {
		whole[name] = argument
	}
	return whole
}
«functions»
// How a language writes sentences.
type «name»Speech struct {
	rightToLeft bool
	// The languages in which a message is looked for.
	chain    []int
	plural   string
	ordinal  string
	zero     rune
	decimal  string
	group    string
	minus    string
	infinity string
	nan      string
	// The number of digits in the last group, in each group before it, and the fewest in the first.
	lastGroup   int
	otherGroups int
	firstGroup  int
	// The texts between items: of a pair, after the first, between others, before the last; and how the last one changes.
	lists        [2][5]string
	sizes        [6]string
	durations    [7]string
	durationPair string
}

var «name»Speeches = [«count»]«name»Speech{
«speeches»}

func «name»Write(row *«Name»Row, arguments map[string]any, language string) string {
	return strings.Join(«name»Parts(row, «name»Message, arguments, language), "")
}

func «name»Message(text *«Name»Text) string {
	return text.message
}

func «name»Items[T «Name»Textual](texts []T) []any {
	items := make([]any, len(texts))
	for index, text := range texts {
		items[index] = text
	}
	return items
}

// The parts of a message or a help text; of the description if the row does not have it.
func «name»Parts(row *«Name»Row, of func(text *«Name»Text) string, arguments map[string]any, language string) []string {
	column := «name»Column(language)
	text := row.Texts[column].Description
	for _, next := range «name»Speeches[column].chain {
		if message := of(&row.Texts[next]); message != "" {
			column, text = next, message
			break
		}
	}
	speech := &«name»Speeches[column]
	var parts []string
	// Texts and arguments take turns.
	for index, part := range strings.Split(«name»Sentence(text, arguments, speech), "\x1d") {
		name, kind, _ := strings.Cut(part, ":")
		if argument := arguments[name]; index%2 == 0 {
			parts = append(parts, part)
		} else if argument == nil {
			parts = append(parts, "{"+name+"}")
		} else {
			parts = append(parts, speech.argument(argument, kind, column)...)
		}
	}
	return parts
}

// The sentence of the first alternative whose conditions hold: `plural count one`. The last one has no conditions.
func «name»Sentence(message string, arguments map[string]any, speech *«name»Speech) string {
	for {
		alternative, others, _ := strings.Cut(message, "\x1e")
		for {
			condition, sentence, found := strings.Cut(alternative, "\x1f")
			if !found {
				return alternative
			}
			if !speech.holds(strings.SplitN(condition, " ", 3), arguments) {
				break
			}
			alternative = sentence
		}
		message = others
	}
}

func (s *«name»Speech) holds(condition []string, arguments map[string]any) bool {
	text, isText := «name»Shown(arguments[condition[1]])
	switch key := condition[2]; {
	case !isText:
		return false
	case condition[0] == "select" || '0' <= key[0] && key[0] <= '9':
		return text == key
	case condition[0] == "plural":
		return «name»Category(text, s.plural) == key
	default:
		return «name»Category(text, s.ordinal) == key
	}
}

// A text or a number as a program without languages shows it; false for other arguments.
func «name»Shown(argument any) (string, bool) {
	switch argument.(type) {
	case nil, func(string) []string, time.Duration, []string, []any:
		return "", false
	}
	return fmt.Sprint(argument), true
}

func (s *«name»Speech) argument(argument any, kind string, column int) []string {
	tag := «Name»Languages[column]
	list := &s.lists[0]
	if kind == "or-list" {
		list = &s.lists[1]
	}
	switch argument := argument.(type) {
	case func(string) []string:
		return s.isolated(argument(tag))
	case time.Duration:
		return s.isolated(s.duration(argument))
	case []string:
		return s.list(«name»Items(argument), list, tag)
	case []any:
		return s.list(argument, list, tag)
	}
	text := fmt.Sprint(argument)
	switch kind {
	case "bytes":
		return s.isolated(s.size(text))
	case "number":
		return s.isolated(s.number(text))
«word_case»	}
	return s.isolated([]string{text})
}

// Isolates a text in a sentence written from right to left, and one that may change the direction in any other.
func (s *«name»Speech) isolated(parts []string) []string {
	const open, end = "\u2068", "\u2069"
	var out []string
	isOpen, own := s.rightToLeft, 0
	if isOpen {
		out = append(out, open)
	}
	for _, part := range parts {
		if !isOpen && strings.IndexFunc(part, «name»ChangesDirection) >= 0 {
			isOpen = true
			out = append(out, open)
		}
		for _, letter := range part {
			if !isOpen || letter < '\u2066' || letter > '\u2069' {
				continue
			}
			before, after, _ := strings.Cut(part, string(letter))
			out = append(out, before+string(letter))
			part = after
			if letter != '\u2069' {
				own++
			} else if own > 0 {
				own--
			} else {
				out = append(out, open)
			}
		}
		out = append(out, part)
	}
	if isOpen {
		own++
	}
	return append(out, strings.Repeat(end, own))
}

func «name»ChangesDirection(letter rune) bool {
	switch {
	case '\u0590' <= letter && letter <= '\u08ff', '\ufb1d' <= letter && letter <= '\ufdff',
		'\ufe70' <= letter && letter <= '\ufeff', '\U00010800' <= letter && letter <= '\U00010fff',
		'\U0001e800' <= letter && letter <= '\U0001efff', letter == '\u200f',
		'\u202a' <= letter && letter <= '\u202e', '\u2066' <= letter && letter <= '\u2069':
		return true
	}
	return false
}

// A decimal number as the language writes it; another text as it is.
func (s *«name»Speech) number(text string) []string {
	switch text {
	case "NaN", "-NaN":
		return []string{s.nan}
	case "inf":
		return []string{s.infinity}
	case "-inf":
		return []string{s.minus, s.infinity}
	}
	whole, hasFraction := 0, false
	for index := range text {
		switch digit := text[index]; {
		case '0' <= digit && digit <= '9':
			if !hasFraction {
				whole++
			}
		case digit == '.' && !hasFraction && whole > 0:
			hasFraction = true
		case digit != '-' || index > 0:
			return []string{text}
		}
	}
	var out strings.Builder
	isGrouped, left := whole >= s.lastGroup+s.firstGroup, whole
	for _, digit := range text {
		switch {
		case digit == '-':
			out.WriteString(s.minus)
		case digit == '.':
			out.WriteString(s.decimal)
		default:
			if isGrouped && left < whole && left >= s.lastGroup && (left-s.lastGroup)%s.otherGroups == 0 {
				out.WriteString(s.group)
			}
			left--
			out.WriteRune(s.zero + digit - '0')
		}
	}
	return []string{out.String()}
}

func (s *«name»Speech) size(text string) []string {
	magnitude, err := strconv.ParseUint(strings.TrimPrefix(text, "-"), 10, 64)
	if err != nil {
		return s.number(text)
	}
	unit, power := 0, uint64(1)
	for unit+1 < len(s.sizes) && magnitude >= power*1000 {
		unit, power = unit+1, power*1000
	}
	// Half to even.
	round := func(step uint64) uint64 {
		whole, rest := magnitude/step, magnitude%step
		if rest*2 > step || rest*2 == step && whole%2 == 1 {
			whole++
		}
		return whole
	}
	tenths := magnitude * 10
	if power > 1 {
		if tenths = round(power / 10); tenths >= 100 {
			tenths = round(power) * 10
		}
	}
	if tenths >= 10000 && unit+1 < len(s.sizes) {
		unit, tenths = unit+1, 10
	}
	return s.unit(s.sizes[unit], strings.HasPrefix(text, "-"), tenths)
}

func (s *«name»Speech) duration(duration time.Duration) []string {
	if duration < 0 {
		duration = 0
	}
	lengths := [7]time.Duration{24 * time.Hour, time.Hour, time.Minute, time.Second, time.Millisecond, time.Microsecond, 1}
	first := 0
	for first < len(lengths)-1 && duration < lengths[first] {
		first++
	}
	if duration == 0 {
		first = 3
	}
	parts := s.unit(s.durations[first], false, uint64(duration/lengths[first])*10)
	if first+1 == len(lengths) || duration%lengths[first] < lengths[first+1] {
		return parts
	}
	before, after, _ := strings.Cut(s.durationPair, "{1}")
	second := uint64(duration % lengths[first] / lengths[first+1])
	return append(append(append(parts, before), s.unit(s.durations[first+1], false, second*10)...), after)
}

// A number of tenths with the form of a unit for its plural category: `one={0} day|other={0} days`.
func (s *«name»Speech) unit(forms string, isNegative bool, tenths uint64) []string {
	text := strconv.FormatUint(tenths/10, 10)
	if tenths%10 > 0 {
		text += "." + strconv.FormatUint(tenths%10, 10)
	}
	if isNegative {
		text = "-" + text
	}
	category, found := «name»Category(text, s.plural), ""
	for _, form := range strings.Split(forms, "|") {
		name, form, _ := strings.Cut(form, "=")
		if name == category || name == "other" && found == "" {
			found = form
		}
	}
	before, after, hasNumber := strings.Cut(found, "{0}")
	if !hasNumber {
		return []string{found}
	}
	return append(append([]string{before}, s.number(text)...), after)
}

func (s *«name»Speech) list(items []any, texts *[5]string, tag string) []string {
	var out []string
	end, last := "", len(items)-1
	for index, item := range items {
		parts := []string{fmt.Sprint(item)}
		if localized, isLocalized := item.(func(string) []string); isLocalized {
			parts = localized(tag)
		}
		if index > 0 {
			pattern := 2
			if last == 1 {
				pattern = 0
			} else if index == last {
				pattern = 3
			} else if index == 1 {
				pattern = 1
			}
			before, after, _ := strings.Cut(texts[pattern], "{1}")
			if index == last {
				before = «name»Connective(before, texts[4], strings.Join(parts, ""))
			}
			out = append(out, before)
			end = after + end
		}
		out = append(out, s.isolated(parts)...)
	}
	return append(out, end)
}

// The text before the last item, which may depend on the sound that this begins with.
func «name»Connective(text string, elision string, item string) string {
	change := «name»Elisions[elision]
	if change.beginning != nil && change.usual == text && change.beginning.MatchString(item) {
		return change.changed
	}
	return text
}

var «name»Elisions = map[string]struct {
	usual     string
	changed   string
	beginning *regexp.Regexp
}{
	"es-and": {" y ", " e ", regexp.MustCompile("^(?:[iI]|[hH][iI](?:[^aAeE]|$))")},
	"es-or":  {" o ", " u ", regexp.MustCompile("^(?:[oO8]|[hH][oO]|11(?:[. \u00a0]?[0-9]{3})*(?:,[0-9]*)?(?:[^.,0-9]|$))")},
	"it-and": {" e ", " ed ", regexp.MustCompile("^[eE\u00e8\u00e9\u00c8\u00c9]")},
	"he-and": {" \u05d5", " \u05d5\u2011", regexp.MustCompile("^[^\u0591-\u05c7\u05d0-\u05ea\u05ef-\u05f4\ufb1d-\ufb36\ufb38-\ufb3c\ufb3e\ufb40\ufb41\ufb43\ufb44\ufb46-\ufb4f]")},
}

var «name»Number = regexp.MustCompile(`^[+-]?([0-9]+)(?:\.([0-9]+))?(?:[ce]([0-9]+))?$`)

// The plural category of a number; empty if the text is not a number.
func «name»Category(text string, rules string) string {
	found := «name»Number.FindStringSubmatch(text)
	if found == nil {
		return ""
	}
	whole, fraction := found[1], found[2]
	// It is the largest number if there are too many digits.
	power, _ := strconv.ParseUint("0"+found[3], 10, 32)
	if power > 0 && len(fraction) > 17 {
		return ""
	}
	if moved := uint64(len(fraction)); power >= moved {
		zeros := power - moved
		if zeros > 17 {
			zeros = 17
		}
		whole, fraction = whole+fraction+strings.Repeat("0", int(zeros)), ""
	} else {
		whole, fraction = whole+fraction[:power], fraction[power:]
	}
	trimmed := strings.TrimRight(fraction, "0")
	value := func(digits string) uint64 {
		// Rules only compare small numbers and take remainders by small powers of ten.
		const large = 100_000_000_000_000_000
		number := uint64(0)
		for _, digit := range digits {
			if number = number*10 + uint64(digit-'0'); number >= large {
				number = large + number%large
			}
		}
		return number
	}
	operands := [8]uint64{value(whole), uint64(len(fraction)), uint64(len(trimmed)), value(fraction), value(trimmed), power}
	// The format is described with `plural` of code-registry-encoding.
	at := rules[11]
	for at < 250 {
		step := rules[12+int(at):]
		number, first, length := operands[step[0]&7], uint64(step[3]), uint64(step[4])
		if step[0]&64 != 0 {
			first = uint64(binary.LittleEndian.Uint32([]byte(step[3:7])))
			length = uint64(binary.LittleEndian.Uint32([]byte(step[7:11])))
		}
		if power := step[0] >> 3 & 7; power > 0 {
			number %= [8]uint64{1, 10, 100, 1000, 10000, 100000, 1000000, 10000000}[power]
		}
		if at = step[2]; first <= number && number-first <= length {
			at = step[1]
		}
	}
	return [6]string{"zero", "one", "two", "few", "many", "other"}[at-250]
}
