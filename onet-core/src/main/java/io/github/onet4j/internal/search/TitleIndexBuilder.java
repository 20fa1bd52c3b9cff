package io.github.onet4j.internal.search;

import io.github.onet4j.Occupation;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Collects the titles of a release, in any order, for an index. Not thread-safe. */
public final class TitleIndexBuilder {
    private final List<Occupation> occupations;
    private final NavigableMap<String, Map<String, Title>> titles = new TreeMap<>();

    /** Starts with the occupations' own titles. */
    public TitleIndexBuilder(Collection<Occupation> occupations) {
        this.occupations = occupations.stream()
                .sorted(Comparator.comparing(Occupation::code))
                .toList();
        for (Occupation occupation : this.occupations) {
            String code = occupation.code().value();
            titles.put(code, new HashMap<>());
            add(code, occupation.title(), Title::markAsOwn);
        }
    }

    /**
     * Adds a title of the table Job Titles.
     *
     * @param code the occupation's code; passed over if the release has no such occupation
     * @param title the title
     * @param sources the codes of its sources, separated by commas; null if they are not released
     */
    public void addJobTitle(String code, String title, @Nullable String sources) {
        int number = sources == null ? 1 : sources.split(",").length;
        add(code, title, known -> known.markSources(number));
    }

    /**
     * Adds a title of the table Sample of Reported Titles.
     *
     * @param code the occupation's code; passed over if the release has no such occupation
     * @param title the title
     * @param shownInMyNextMove {@code Y} if My Next Move shows it; null if that is not released
     */
    public void addReportedTitle(String code, String title, @Nullable String shownInMyNextMove) {
        add(code, title, known -> known.markAsReported("Y".equals(shownInMyNextMove)));
    }

    private void add(String code, String text, Consumer<Title> mark) {
        Map<String, Title> ofOccupation = titles.get(code);
        if (ofOccupation != null) {
            Title title = ofOccupation.computeIfAbsent(TitleWords.normalize(text), words -> new Title(text));
            // Of two spellings the same one whatever comes first.
            if (!title.own && text.compareTo(title.text) < 0) {
                title.text = text;
            }
            mark.accept(title);
        }
    }

    /** Builds the index. */
    public TitleIndex build() {
        return new Layout().index();
    }

    /** What the tables say of a title of an occupation. */
    private static final class Title {
        private String text;
        private boolean own;
        private int sources = 1;
        private boolean reported;
        private boolean shown;

        Title(String text) {
            this.text = text;
        }

        void markAsOwn() {
            own = true;
        }

        void markSources(int number) {
            sources = Math.max(sources, number);
        }

        void markAsReported(boolean isShown) {
            reported = true;
            shown |= isShown;
        }

        /** What a match is worth: the more it is heard, the more likely it is meant. */
        double weight() {
            return 1 + 0.3 * (sources - 1) + (reported ? 1 : 0) + (shown ? 1 : 0) + (own ? 3 : 0);
        }
    }

    /** Lays the readings of all titles out in columns. */
    private final class Layout {
        private final Map<String, Integer> sharedBy = new HashMap<>();
        private final Map<String, Integer> textStarts = new HashMap<>();
        private final ByteArrayOutputStream texts = new ByteArrayOutputStream();
        private final List<Reading> readings = new ArrayList<>();
        private final int[] firsts = new int[occupations.size() + 1];

        TitleIndex index() {
            int occupation = 0;
            for (Map<String, Title> ofOccupation : titles.values()) {
                firsts[occupation++] = readings.size();
                addAll(sorted(ofOccupation));
            }
            firsts[occupation] = readings.size();
            Vocabulary vocabulary = vocabulary();
            return new TitleIndex(
                    occupations, vocabulary, postings(vocabulary.positions()), columns(), ownWords(vocabulary));
        }

        private static List<Map.Entry<String, Title>> sorted(Map<String, Title> ofOccupation) {
            return ofOccupation.entrySet().stream()
                    .sorted(Comparator.comparing((Map.Entry<String, Title> entry) -> !entry.getValue().own)
                            .thenComparing(Map.Entry::getKey))
                    .toList();
        }

        private void addAll(List<Map.Entry<String, Title>> ofOccupation) {
            Set<String> distinct = new HashSet<>();
            for (Map.Entry<String, Title> entry : ofOccupation) {
                Title title = entry.getValue();
                int start = textStarts.computeIfAbsent(title.text, this::addText);
                for (String reading : TitleWords.readings(title.text)) {
                    readings.add(new Reading(reading, TitleWords.split(reading), start, title.weight()));
                    if (distinct.add(reading)) {
                        sharedBy.merge(reading, 1, Integer::sum);
                    }
                }
            }
        }

        private int addText(String text) {
            int start = texts.size();
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            texts.write(bytes.length >> 8);
            texts.write(bytes.length);
            texts.writeBytes(bytes);
            return start;
        }

        private Vocabulary vocabulary() {
            Set<String> words = new HashSet<>();
            readings.forEach(reading -> words.addAll(reading.words()));
            return new Vocabulary(words);
        }

        private Postings postings(Map<String, Integer> positions) {
            LongStream.Builder pairs = LongStream.builder();
            for (int i = 0; i < readings.size(); i++) {
                List<String> words = readings.get(i).words();
                for (int j = 0; j < words.size(); j++) {
                    boolean isFirst = words.indexOf(words.get(j)) == j;
                    if (isFirst) {
                        long position = Objects.requireNonNull(positions.get(words.get(j)), words.get(j));
                        pairs.add((position << 32) | i);
                    }
                }
            }
            return Postings.of(pairs.build().toArray(), positions.size());
        }

        private Readings columns() {
            int size = readings.size();
            byte[] lengths = new byte[size];
            float[] weights = new float[size];
            int[] starts = new int[size];
            for (int i = 0; i < size; i++) {
                Reading reading = readings.get(i);
                lengths[i] = (byte) reading.words().size();
                weights[i] = (float) (reading.weight() / Math.sqrt(sharedBy.getOrDefault(reading.text(), 1)));
                starts[i] = reading.titleStart();
            }
            return new Readings(firsts, lengths, weights, starts, texts.toByteArray());
        }

        private int[][] ownWords(Vocabulary vocabulary) {
            return occupations.stream()
                    .map(occupation -> TitleWords.of(occupation.title()).stream()
                            .mapToInt(vocabulary::position)
                            .toArray())
                    .toArray(int[][]::new);
        }
    }

    /** A reading of a title, whose text begins somewhere. */
    private record Reading(String text, List<String> words, int titleStart, double weight) {}
}
