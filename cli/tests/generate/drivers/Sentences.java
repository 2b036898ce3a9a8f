// Writes the sentences of the calls on standard input as the generated class does, each as a JSON string.
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.example.Code;

final class Sentences {
    public static void main(String[] none) throws IOException {
        StringBuilder out = new StringBuilder();
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            Map<?, ?> call = (Map<?, ?>) new Json(line).value();
            int value = ((BigInteger) call.get("value")).intValue();
            String language = (String) call.get("language");
            Map<String, Object> arguments = arguments(call);
            String sentence = Code.format(value, language, arguments).orElseThrow();
            String typed = typed(value, language, arguments);
            if (typed != null && !typed.equals(sentence)) {
                throw new IllegalStateException(typed + " is not " + sentence);
            }
            if ((boolean) call.get("help")) {
                sentence = Code.helpOf(value, language, arguments).orElseThrow();
            }
            out.append('"').append(sentence.replace("\\", "\\\\").replace("\"", "\\\"")).append("\"\n");
        }
        new PrintStream(System.out, true, UTF_8).print(out);
    }

    private static Map<String, Object> arguments(Map<?, ?> call) {
        Map<String, Object> arguments = new LinkedHashMap<>();
        ((Map<?, ?>) call.get("arguments")).forEach((name, given) -> arguments.put((String) name, argument((Map<?, ?>) given)));
        return arguments;
    }

    private static Object argument(Map<?, ?> given) {
        if (given.containsKey("value")) {
            return Code.localized(((BigInteger) given.get("value")).intValue(), arguments(given));
        }
        if (given.containsKey("integer")) {
            BigInteger integer = new BigInteger((String) given.get("integer"));
            return integer.bitLength() < 64 ? (Object) integer.longValue() : integer;
        }
        if (given.containsKey("seconds")) {
            return Duration.ofSeconds(Long.parseLong((String) given.get("seconds")), ((BigInteger) given.get("nanoseconds")).intValue());
        }
        return given.values().iterator().next();
    }

    /** What the method of the message writes; null if it does not take these arguments. */
    private static String typed(int value, String language, Map<String, Object> arguments) {
        if (value == 1 && arguments.get("folder") instanceof String) {
            String folder = (String) arguments.get("folder");
            Object count = arguments.get("count");
            return count instanceof Long ? Code.counted(language, (long) count, folder)
                    : Code.counted(language, (BigInteger) count, folder);
        }
        if (value == 150 && arguments.get("it") instanceof String) {
            return Code.ranged(language, (String) arguments.get("it"));
        }
        return value == 5 ? Code.plain(language) : null;
    }

    /** A reader of what the test writes. */
    private static final class Json {
        private final String text;
        private int at;

        private Json(String text) {
            this.text = text;
        }

        private Object value() {
            char first = text.charAt(at++);
            if (first == '"') {
                return string();
            }
            if (first == '[') {
                List<Object> items = new ArrayList<>();
                while (text.charAt(at) != ']') {
                    items.add(value());
                    at += text.charAt(at) == ',' ? 1 : 0;
                }
                at++;
                return items;
            }
            if (first == '{') {
                Map<String, Object> fields = new LinkedHashMap<>();
                while (text.charAt(at) != '}') {
                    String name = (String) value();
                    at++;
                    fields.put(name, value());
                    at += text.charAt(at) == ',' ? 1 : 0;
                }
                at++;
                return fields;
            }
            for (String word : new String[] {"true", "false"}) {
                if (text.startsWith(word, at - 1)) {
                    at += word.length() - 1;
                    return Boolean.valueOf(word);
                }
            }
            int start = at - 1;
            while (at < text.length() && Character.isDigit(text.charAt(at))) {
                at++;
            }
            return new BigInteger(text.substring(start, at));
        }

        /** No text of the test contains an escape. */
        private String string() {
            int end = text.indexOf('"', at);
            String string = text.substring(at, end);
            at = end + 1;
            return string;
        }
    }
}
