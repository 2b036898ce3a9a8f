// Writes the sentences of the calls on standard input as the generated package does, each as a JSON string.
package main

import (
	"bufio"
	"encoding/json"
	"math/big"
	"os"
	"strconv"
	"time"

	"driver/code"
)

type call struct {
	Value     uint16
	Language  string
	Help      bool
	Arguments map[string]json.RawMessage
}

type given struct {
	Text        *string
	Integer     *string
	Decimal     *string
	Seconds     *string
	Nanoseconds int64
	List        *[]string
}

func check(err error) {
	if err != nil {
		panic(err)
	}
}

func (c call) arguments() map[string]any {
	arguments := map[string]any{}
	for name, raw := range c.Arguments {
		var given given
		check(json.Unmarshal(raw, &given))
		switch {
		case given.Text != nil:
			arguments[name] = *given.Text
		case given.Integer != nil:
			integer, _ := new(big.Int).SetString(*given.Integer, 10)
			if integer.IsInt64() {
				arguments[name] = integer.Int64()
			} else {
				arguments[name] = integer.Uint64()
			}
		case given.Decimal != nil:
			arguments[name] = *given.Decimal
		case given.Seconds != nil:
			seconds, err := strconv.ParseInt(*given.Seconds, 10, 64)
			check(err)
			arguments[name] = time.Duration(seconds)*time.Second + time.Duration(given.Nanoseconds)
		case given.List != nil:
			arguments[name] = *given.List
		default:
			var nested call
			check(json.Unmarshal(raw, &nested))
			arguments[name] = code.Code(nested.Value).Localized(nested.arguments())
		}
	}
	return arguments
}

// The functions of messages write what Format does.
func typed(call call, arguments map[string]any, sentence string) {
	language, written := call.Language, sentence
	switch call.Value {
	case 1:
		switch folder := arguments["folder"].(type) {
		case string:
			if count, isSigned := arguments["count"].(int64); isSigned {
				written = code.FormatCodeCounted(language, count, folder)
			} else {
				written = code.FormatCodeCounted(language, arguments["count"].(uint64), folder)
			}
		case func(string) []string:
			if count, isSigned := arguments["count"].(int64); isSigned {
				written = code.FormatCodeCounted(language, count, folder)
			}
		}
	case 3:
		written = code.FormatCodeLists(language, arguments["all"].([]string), arguments["any"].([]string))
	case 5:
		written = code.FormatCodePlain(language)
	case 150:
		if it, isText := arguments["it"].(string); isText {
			written = code.FormatCodeRanged(language, it)
		}
	}
	if written != sentence {
		panic(written + " is not " + sentence)
	}
}

func main() {
	lines, out := bufio.NewScanner(os.Stdin), bufio.NewWriter(os.Stdout)
	defer out.Flush()
	for lines.Scan() {
		var call call
		check(json.Unmarshal(lines.Bytes(), &call))
		arguments := call.arguments()
		sentence := code.Code(call.Value).Format(call.Language, arguments)
		typed(call, arguments, sentence)
		if call.Help {
			sentence = code.Code(call.Value).Help(call.Language, arguments)
		}
		check(json.NewEncoder(out).Encode(sentence))
	}
}
