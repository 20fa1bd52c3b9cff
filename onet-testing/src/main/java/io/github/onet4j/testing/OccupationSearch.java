package io.github.onet4j.testing;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Finds occupations by code, or by words that all stand in their title or in one of the job titles. */
final class OccupationSearch {
    private static final Map<String, String> JOB_TITLES = Map.of(
            "job_titles", "job_title",
            "alternate_titles", "alternate_title",
            "sample_of_reported_titles", "reported_job_title");

    private final WebTables tables;

    OccupationSearch(WebTables tables) {
        this.tables = tables;
    }

    /** Best first. */
    List<Hit> search(String keyword) {
        return tables.rows("occupation_data").stream()
                .map(occupation -> new Hit(occupation, relevance(occupation, keyword.strip())))
                .filter(hit -> hit.relevance() > 0)
                .sorted(Comparator.comparing(Hit::relevance).reversed())
                .toList();
    }

    private int relevance(Map<String, String> occupation, String keyword) {
        String code = occupation.getOrDefault("onetsoc_code", "");
        String title = occupation.getOrDefault("title", "");
        if (code.equals(keyword) || title.equalsIgnoreCase(keyword)) {
            return 100;
        }
        if (holds(title, keyword)) {
            return 80;
        }
        return jobTitles(code).anyMatch(jobTitle -> holds(jobTitle, keyword)) ? 60 : 0;
    }

    private Stream<String> jobTitles(String code) {
        return JOB_TITLES.entrySet().stream()
                .flatMap(source -> tables.rows(source.getKey()).stream()
                        .filter(row -> row.getOrDefault("onetsoc_code", "").equals(code))
                        .map(row -> row.getOrDefault(source.getValue(), "")));
    }

    private static boolean holds(String title, String keyword) {
        String folded = title.toLowerCase(Locale.ROOT);
        return Stream.of(keyword.toLowerCase(Locale.ROOT).split("\\s+", -1)).allMatch(folded::contains);
    }

    /**
     * @param occupation its row of Occupation Data
     * @param relevance 1 to 100
     */
    record Hit(Map<String, String> occupation, int relevance) {
        String code() {
            return occupation.getOrDefault("onetsoc_code", "");
        }

        String title() {
            return occupation.getOrDefault("title", "");
        }
    }
}
