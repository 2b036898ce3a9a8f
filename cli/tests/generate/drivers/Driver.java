// Answers for the values on standard input as the generated class does: fields as `length:bytes,`, or `-`.
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.util.Optional;
import org.example.Code;

final class Driver {
    public static void main(String[] languages) throws IOException {
        StringBuilder out = new StringBuilder();
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            var value = PARSE;
            Optional<String> symbol = Code.symbolOf(value);
            out.append(field(symbol)).append(field(symbol.map(none -> Code.labelOf(value))));
            out.append(field(Code.statusOf(value)));
            out.append(field(Optional.of(String.join("\n", Code.referencesOf(value))).filter(it -> !it.isEmpty())));
            COLUMNS
            for (String language : languages) {
                Optional<Code.Text> text = Code.textOf(value, language);
                out.append(field(text.map(Code.Text::name)));
                out.append(field(text.map(Code.Text::description)));
                out.append(field(text.flatMap(Code.Text::help)));
                TEXTS
            }
            out.append('\n');
        }
        new PrintStream(System.out, true, UTF_8).print(out);
    }

    /** A column or a part of a value. */
    static Optional<String> cell(Object cell) {
        Optional<?> found = cell instanceof Optional ? (Optional<?>) cell : Optional.of(cell);
        return found.map(String::valueOf);
    }

    private static String field(Optional<String> text) {
        return text.map(it -> it.getBytes(UTF_8).length + ":" + it + ",").orElse("-");
    }
}
