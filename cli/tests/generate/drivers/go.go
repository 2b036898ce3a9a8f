// Answers for the values on standard input as the generated package does: fields as `length:bytes,`, or `-`.
package main

import (
	"bufio"
	"fmt"
	"os"
	"reflect"
	"strconv"
	"strings"

	"driver/code"
)

var _ = strconv.Itoa

func parse(text string) code.Code {
	PARSE
}

func main() {
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	field := func(text string) {
		if text == "" {
			fmt.Fprint(out, "-")
		} else {
			fmt.Fprintf(out, "%d:%s,", len(text), text)
		}
	}
	// A column or a part of a value that has a row.
	cell := func(value code.Code, cell any) {
		found := reflect.ValueOf(cell)
		if value.Symbol() == "" || found.Kind() == reflect.Pointer && found.IsNil() {
			field("")
		} else {
			field(fmt.Sprint(reflect.Indirect(found).Interface()))
		}
	}
	_ = cell
	for lines := bufio.NewScanner(os.Stdin); lines.Scan(); fmt.Fprintln(out) {
		value := parse(lines.Text())
		field(value.Symbol())
		if value.Symbol() == "" {
			field("")
		} else {
			field(value.Label())
		}
		field(value.Status())
		field(strings.Join(value.References(), "\n"))
		COLUMNS
		for _, language := range os.Args[1:] {
			text := value.Text(language)
			field(text.Name)
			field(text.Description)
			field(text.Help)
			TEXTS
		}
	}
}
