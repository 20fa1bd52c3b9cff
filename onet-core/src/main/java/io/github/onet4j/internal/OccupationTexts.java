package io.github.onet4j.internal;

import io.github.onet4j.Occupation;
import io.github.onet4j.OccupationText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Collects the texts of occupations from rows. Those of unknown occupations or activities are passed over. */
public final class OccupationTexts {
    private final Map<String, Words> words = new TreeMap<>();
    private final Map<String, String> activityTitles = new HashMap<>();

    /** Starts with occupations without texts. */
    public OccupationTexts(Collection<Occupation> occupations) {
        occupations.forEach(occupation -> words.put(
                occupation.code().value(),
                new Words(occupation, new ArrayList<>(), new ArrayList<>(), new ArrayList<>())));
    }

    /** Adds a title, unless it is null. */
    public void addTitle(String code, @Nullable String title) {
        add(code, title, Words::titles);
    }

    /** Adds the statement of a task. */
    public void addTask(String code, String task) {
        add(code, task, Words::tasks);
    }

    /** Names an activity. */
    public void nameActivity(String id, String title) {
        activityTitles.put(id, title);
    }

    /** Adds an activity of a task; it must have been named. */
    public void addActivity(String code, String id) {
        add(code, activityTitles.get(id), Words::activities);
    }

    private void add(String code, @Nullable String text, Function<Words, List<String>> texts) {
        Words ofOccupation = words.get(code);
        if (ofOccupation != null && text != null) {
            texts.apply(ofOccupation).add(text);
        }
    }

    /** Returns the texts by code. */
    public List<OccupationText> all() {
        return words.values().stream().map(Words::text).toList();
    }

    private record Words(Occupation occupation, List<String> titles, List<String> tasks, List<String> activities) {
        OccupationText text() {
            return new OccupationText(occupation, sorted(titles), sorted(tasks), sorted(activities));
        }

        private static List<String> sorted(List<String> texts) {
            return texts.stream().sorted().toList();
        }
    }
}
