package io.github.onet4j.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Divides texts into words by which they can be compared: in lower case and the singular, without function words. */
final class Words {
    /** C++ and C# are words of their own. */
    private static final Pattern WORD = Pattern.compile("[a-z0-9]+(?:\\+\\+|#)?");

    /** Words without a meaning of their own; and "other", "all" and "except", which titles of groups end in. */
    private static final Set<String> FUNCTION_WORDS = Set.of((""
                    + "a an the and or nor but if of in on at to from by for with without into onto upon over under"
                    + " between among through during before after about above below against within across per via as"
                    + " than then that this these those such which who whom whose what when where while how it its he"
                    + " she they them their his her him we us our you your i me my is are was were be been being am has"
                    + " have had do does did can could may might must shall should will would not no so up out off"
                    + " both each either any some other all except etc")
            .split(" "));

    private Words() {}

    /** Returns the words of texts, with repetitions. */
    static List<String> of(Stream<String> texts) {
        List<String> words = new ArrayList<>();
        texts.forEach(text -> {
            Matcher found = WORD.matcher(text.toLowerCase(Locale.ROOT));
            while (found.find()) {
                if (!FUNCTION_WORDS.contains(found.group())) {
                    words.add(singular(found.group()));
                }
            }
        });
        return words;
    }

    /** Reduces a regular plural; the first rule that fits decides. */
    static String singular(String word) {
        int length = word.length();
        if (length > 4 && word.endsWith("ies")) {
            return word.substring(0, length - 3) + "y";
        }
        if (length > 4 && Stream.of("sses", "shes", "ches", "xes", "zes").anyMatch(word::endsWith)) {
            return word.substring(0, length - 2);
        }
        boolean isPlural = word.endsWith("s") && Stream.of("ss", "us", "is").noneMatch(word::endsWith);
        return length > 3 && isPlural ? word.substring(0, length - 1) : word;
    }
}
