
    /**
     * The message of the value with arguments, in the best matching language; its description if it has no message. An argument is
     * a text, an integer, another number as decimal text or {@code BigDecimal}, a {@code Duration}, a list, what
     * {@link #localized} returns, or any other object, which is shown as {@code toString} does.
     */
    public static Optional<String> format(«value» value, String language, Map<String, ?> arguments) {
        return rowOf(value).map(row -> String.join("", messageParts(row, value, language, arguments)));
    }

    /** The message of the value as an argument of another message: its parts in a language. */
    public static Function<String, List<String>> localized(«value» value, Map<String, ?> arguments) {
        return language -> rowOf(value).map(row -> messageParts(row, value, language, arguments)).orElse(List.of());
    }
«help»«functions»
    private static String write(Row row, String language, Object... arguments) {
        Map<String, Object> named = new HashMap<>();
        for (int index = 0; index < arguments.length; index += 2) {
            named.put((String) arguments[index], arguments[index + 1]);
        }
        return String.join("", parts(row, text -> text.message, language, named));
    }

    private static List<String> messageParts(Row row, «value» value, String language, Map<String, ?> arguments) {
        return parts(row, text -> text.message, language, withValue(value, arguments));
    }

    /** Adds the value«own_parts» to the arguments of the message of a range. Arguments that are passed take precedence. */
    private static Map<String, ?> withValue(«value» value, Map<String, ?> arguments) {
        if (codes.containsKey(value)) {
            return arguments;
        }
        Map<String, Object> whole = new HashMap<>();
        whole.put("value", «shown»);
«own»        whole.putAll(arguments);
        return whole;
    }

    /** The parts of a message or a help text; of the description if the row does not have it. */
    private static List<String> parts(Row row, Function<Text, String> of, String language, Map<String, ?> arguments) {
        int column = column(language);
        for (int next : «Name»Speech.ALL[column].chain) {
            String message = of.apply(row.texts[next]);
            if (message != null) {
                return «Name»Speech.ALL[next].parts(message, next, arguments);
            }
        }
        return List.of(row.texts[column].description);
    }

    /** How a language writes sentences. */
    private static final class «Name»Speech {
        private static final «Name»Speech[] ALL = {
«speeches»        };
        private static final Pattern NUMBER = Pattern.compile("[+-]?([0-9]+)(?:\\.([0-9]+))?(?:[ce]([0-9]+))?");
        private static final Pattern CHANGES_DIRECTION = Pattern.compile(
                "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\\x{10800}-\\x{10fff}\\x{1e800}-\\x{1efff}\u200f\u202a-\u202e\u2066-\u2069]");
        private static final Pattern ISOLATE_MARK = Pattern.compile("(?<=[\u2066-\u2069])");
        /** Rules only compare small numbers and take remainders by small powers of ten. */
        private static final long LARGE = 100_000_000_000_000_000L;

        private final boolean rightToLeft;
        /** The languages in which a message is looked for. */
        private final int[] chain;
        private final String plural;
        private final String ordinal;
        private final int zero;
        private final String decimal;
        private final String group;
        private final String minus;
        private final String infinity;
        private final String nan;
        /** The number of digits in the last group, in each group before it, and the fewest in the first. */
        private final int lastGroup;
        private final int otherGroups;
        private final int firstGroup;
        /** The texts between items: of a pair, after the first, between others, before the last; and how the last one changes. */
        private final String[][] lists;
        private final String[] sizes;
        private final String[] durations;
        private final String durationPair;

        private «Name»Speech(boolean rightToLeft, int[] chain, String plural, String ordinal, int zero, String decimal, String group,
                String minus, String infinity, String nan, int lastGroup, int otherGroups, int firstGroup, String[][] lists,
                String[] sizes, String[] durations, String durationPair) {
            this.rightToLeft = rightToLeft;
            this.chain = chain;
            this.plural = plural;
            this.ordinal = ordinal;
            this.zero = zero;
            this.decimal = decimal;
            this.group = group;
            this.minus = minus;
            this.infinity = infinity;
            this.nan = nan;
            this.lastGroup = lastGroup;
            this.otherGroups = otherGroups;
            this.firstGroup = firstGroup;
            this.lists = lists;
            this.sizes = sizes;
            this.durations = durations;
            this.durationPair = durationPair;
        }

        private List<String> parts(String message, int column, Map<String, ?> arguments) {
            List<String> parts = new ArrayList<>();
            boolean isArgument = false;
            for (String part : sentence(message, arguments).split("\u001d", -1)) {
                String[] name = part.split(":");
                if (!isArgument) {
                    parts.add(part);
                } else if (arguments.get(name[0]) == null) {
                    parts.add("{" + name[0] + "}");
                } else {
                    parts.addAll(argument(arguments.get(name[0]), name.length > 1 ? name[1] : "", column));
                }
                isArgument = !isArgument;
            }
            return parts;
        }

        /** The sentence of the first alternative whose conditions hold: {@code plural count one}. The last one has no conditions. */
        private String sentence(String message, Map<String, ?> arguments) {
            for (String alternative : message.split("\u001e")) {
                String[] conditions = alternative.split("\u001f");
                int last = conditions.length - 1;
                if (Arrays.stream(conditions, 0, last).allMatch(condition -> holds(condition.split(" ", 3), arguments))) {
                    return conditions[last];
                }
            }
            return "";
        }

        private boolean holds(String[] condition, Map<String, ?> arguments) {
            String text = shown(arguments.get(condition[1]));
            String key = condition[2];
            if (text == null || condition[0].equals("select") || key.charAt(0) <= '9') {
                return key.equals(text);
            }
            return key.equals(category(text, condition[0].equals("plural") ? plural : ordinal));
        }

        /** A text or a number as a program without languages shows it; null for other arguments. */
        private static String shown(Object argument) {
            boolean isOther = argument instanceof Function || argument instanceof Duration || argument instanceof List;
            return argument == null || isOther ? null : text(argument);
        }

        private static String text(Object argument) {
            return argument instanceof BigDecimal ? ((BigDecimal) argument).toPlainString() : String.valueOf(argument);
        }

        private List<String> argument(Object argument, String kind, int column) {
            String tag = languages[column];
            if (argument instanceof List) {
                return list((List<?>) argument, lists[kind.equals("or-list") ? 1 : 0], tag);
            }
            if (argument instanceof Duration) {
                return isolated(duration((Duration) argument));
            }
            if (kind.equals("bytes") && !(argument instanceof Function)) {
                return isolated(size(text(argument)));
            }
            if (kind.equals("number") && !(argument instanceof Function)) {
                return isolated(List.of(number(text(argument))));
            }
«word_case»            return isolated(item(argument, tag));
        }

        @SuppressWarnings("unchecked")
        private static List<String> item(Object item, String tag) {
            return item instanceof Function ? ((Function<String, List<String>>) item).apply(tag) : List.of(text(item));
        }

        /** Isolates a text in a sentence written from right to left, and one that may change the direction in any other. */
        private List<String> isolated(List<String> parts) {
            List<String> out = new ArrayList<>();
            boolean isOpen = rightToLeft;
            int own = 0;
            if (isOpen) {
                out.add("\u2068");
            }
            for (String part : parts) {
                if (!isOpen && CHANGES_DIRECTION.matcher(part).find()) {
                    isOpen = true;
                    out.add("\u2068");
                }
                for (String piece : isOpen ? ISOLATE_MARK.split(part) : new String[] {part}) {
                    out.add(piece);
                    char mark = piece.isEmpty() ? 0 : piece.charAt(piece.length() - 1);
                    if (mark == '\u2069' && own == 0) {
                        out.add("\u2068");
                    } else if (mark == '\u2069') {
                        own--;
                    } else if (mark >= '\u2066' && mark <= '\u2068') {
                        own++;
                    }
                }
            }
            out.add("\u2069".repeat(isOpen ? own + 1 : 0));
            return out;
        }

        /** A decimal number as the language writes it; another text as it is. */
        private String number(String text) {
            switch (text) {
                case "NaN":
                case "-NaN":
                    return nan;
                case "inf":
                    return infinity;
                case "-inf":
                    return minus + infinity;
                default:
            }
            if (!text.matches("-?(?:[0-9]+(?:\\.[0-9]*)?)?")) {
                return text;
            }
            int point = text.indexOf('.');
            int end = point < 0 ? text.length() : point;
            boolean isGrouped = end - (text.startsWith("-") ? 1 : 0) >= lastGroup + firstGroup;
            StringBuilder out = new StringBuilder();
            for (int index = 0; index < text.length(); index++) {
                char digit = text.charAt(index);
                int left = end - index;
                if (digit == '-') {
                    out.append(minus);
                } else if (digit == '.') {
                    out.append(decimal);
                } else {
                    boolean isFirst = index == 0 || text.charAt(index - 1) == '-';
                    if (isGrouped && !isFirst && left >= lastGroup && (left - lastGroup) % otherGroups == 0) {
                        out.append(group);
                    }
                    out.appendCodePoint(zero + digit - '0');
                }
            }
            return out.toString();
        }

        private List<String> size(String text) {
            if (!text.matches("-?[0-9]+")) {
                return List.of(number(text));
            }
            BigInteger magnitude = new BigInteger(text).abs();
            BigInteger thousand = BigInteger.valueOf(1000);
            BigInteger power = BigInteger.ONE;
            int unit = 0;
            while (unit + 1 < sizes.length && magnitude.compareTo(power.multiply(thousand)) >= 0) {
                unit++;
                power = power.multiply(thousand);
            }
            BigInteger tenths = magnitude.multiply(BigInteger.TEN);
            if (unit > 0) {
                tenths = rounded(magnitude, power.divide(BigInteger.TEN));
                if (tenths.compareTo(BigInteger.valueOf(100)) >= 0) {
                    tenths = rounded(magnitude, power).multiply(BigInteger.TEN);
                }
            }
            if (unit + 1 < sizes.length && tenths.compareTo(BigInteger.valueOf(10_000)) >= 0) {
                unit++;
                tenths = BigInteger.TEN;
            }
            BigDecimal number = new BigDecimal(tenths, 1).stripTrailingZeros();
            return unit(sizes[unit], (text.startsWith("-") ? "-" : "") + number.toPlainString());
        }

        private static BigInteger rounded(BigInteger magnitude, BigInteger step) {
            return new BigDecimal(magnitude).divide(new BigDecimal(step), 0, RoundingMode.HALF_EVEN).toBigInteger();
        }

        private List<String> duration(Duration duration) {
            long seconds = Math.max(duration.getSeconds(), 0);
            int nanoseconds = duration.isNegative() ? 0 : duration.getNano();
            long[] values = {seconds / 86_400, seconds / 3600 % 24, seconds / 60 % 60, seconds % 60, nanoseconds / 1_000_000,
                nanoseconds / 1000 % 1000, nanoseconds % 1000};
            int first = 0;
            while (first < values.length && values[first] == 0) {
                first++;
            }
            first = first == values.length ? 3 : first;
            List<String> parts = new ArrayList<>(unit(durations[first], String.valueOf(values[first])));
            if (first + 1 < values.length && values[first + 1] > 0) {
                String[] pair = split(durationPair, "{1}");
                parts.add(pair[0]);
                parts.addAll(unit(durations[first + 1], String.valueOf(values[first + 1])));
                parts.add(pair[1]);
            }
            return parts;
        }

        /** A number with the form of a unit for its plural category: {@code one={0} day|other={0} days}. */
        private List<String> unit(String forms, String number) {
            String category = category(number, plural);
            String found = "";
            for (String form : forms.split("\\|")) {
                String[] named = split(form, "=");
                if (named[0].equals(category) || found.isEmpty() && named[0].equals("other")) {
                    found = named[1];
                }
            }
            if (!found.contains("{0}")) {
                return List.of(found);
            }
            String[] form = split(found, "{0}");
            return List.of(form[0], number(number), form[1]);
        }

        private List<String> list(List<?> items, String[] patterns, String tag) {
            List<String> out = new ArrayList<>();
            StringBuilder end = new StringBuilder();
            int last = items.size() - 1;
            for (int index = 0; index <= last; index++) {
                List<String> parts = item(items.get(index), tag);
                if (index > 0) {
                    String[] pattern = split(patterns[last == 1 ? 0 : index == last ? 3 : index == 1 ? 1 : 2], "{1}");
                    out.add(index == last ? connective(pattern[0], patterns[4], String.join("", parts)) : pattern[0]);
                    end.insert(0, pattern[1]);
                }
                out.addAll(isolated(parts));
            }
            out.add(end.toString());
            return out;
        }

        /** The text before the last item, which may depend on the sound that this begins with. */
        private static String connective(String text, String elision, String item) {
            String[] change;
            switch (elision) {
                case "es-and":
                    change = new String[] {" y ", " e ", "[iI]|[hH][iI](?![aeAE])"};
                    break;
                case "es-or":
                    change = new String[] {" o ", " u ", "[oO8]|[hH][oO]|11(?:[. \u00a0]?[0-9]{3})*(?:,[0-9]*)?(?![.,0-9])"};
                    break;
                case "it-and":
                    change = new String[] {" e ", " ed ", "[eE\u00e8\u00e9\u00c8\u00c9]"};
                    break;
                case "he-and":
                    change = new String[] {" \u05d5", " \u05d5\u2011", "[^\u0591-\u05c7\u05d0-\u05ea\u05ef-\u05f4\ufb1d-\ufb36"
                        + "\ufb38-\ufb3c\ufb3e\ufb40\ufb41\ufb43\ufb44\ufb46-\ufb4f]"};
                    break;
                default:
                    return text;
            }
            return text.equals(change[0]) && Pattern.compile(change[2]).matcher(item).lookingAt() ? change[1] : text;
        }

        private static String[] split(String pattern, String placeholder) {
            int at = pattern.indexOf(placeholder);
            if (at < 0) {
                return new String[] {pattern, ""};
            }
            return new String[] {pattern.substring(0, at), pattern.substring(at + placeholder.length())};
        }

        /** The plural category of a number; empty if the text is not a number. */
        private static String category(String text, String rules) {
            Matcher found = NUMBER.matcher(text);
            if (!found.matches()) {
                return "";
            }
            String whole = found.group(1);
            String fraction = found.group(2) == null ? "" : found.group(2);
            long power = found.group(3) == null ? 0 : operand(found.group(3));
            if (power > 0) {
                if (fraction.length() > 17) {
                    return "";
                }
                int moved = (int) Math.min(power, fraction.length());
                whole += fraction.substring(0, moved) + "0".repeat((int) Math.min(power - moved, 17));
                fraction = fraction.substring(moved);
            }
            String trimmed = fraction.replaceAll("0+$", "");
            long[] operands = {operand(whole), fraction.length(), trimmed.length(), operand(fraction), operand(trimmed),
                Math.min(power, 4_294_967_295L), 0, 0};
            // The format is described with `plural` of code-registry-encoding.
            int at = rules.charAt(11);
            while (at < 250) {
                int step = 12 + at;
                int head = rules.charAt(step);
                long number = operands[head & 7];
                if ((head >> 3 & 7) > 0) {
                    number %= (long) Math.pow(10, head >> 3 & 7);
                }
                boolean isWide = (head & 64) != 0;
                long first = isWide ? wide(rules, step + 3) : rules.charAt(step + 3);
                long length = isWide ? wide(rules, step + 7) : rules.charAt(step + 4);
                at = rules.charAt(first <= number && number - first <= length ? step + 1 : step + 2);
            }
            return new String[] {"zero", "one", "two", "few", "many", "other"}[at - 250];
        }

        private static long operand(String digits) {
            long number = 0;
            for (int index = 0; index < digits.length(); index++) {
                number = number * 10 + digits.charAt(index) - '0';
                number = number < LARGE ? number : LARGE + number % LARGE;
            }
            return number;
        }

        private static long wide(String rules, int at) {
            return rules.charAt(at) | rules.charAt(at + 1) << 8 | rules.charAt(at + 2) << 16 | (long) rules.charAt(at + 3) << 24;
        }
    }
