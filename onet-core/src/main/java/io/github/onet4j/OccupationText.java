package io.github.onet4j;

import java.util.List;
import java.util.Objects;

/**
 * What a release says of an occupation in words, besides its title and its description.
 *
 * @param occupation the occupation
 * @param titles its job titles, short titles and reported titles, in the order of their letters; a title may stand more
 *     than once
 * @param tasks its task statements, in the order of their letters
 * @param activities the titles of the detailed work activities that its tasks belong to, in the order of their letters;
 *     a title stands once for each task
 */
public record OccupationText(Occupation occupation, List<String> titles, List<String> tasks, List<String> activities) {
    /** Copies the lists. */
    public OccupationText {
        Objects.requireNonNull(occupation, "occupation");
        titles = List.copyOf(Objects.requireNonNull(titles, "titles"));
        tasks = List.copyOf(Objects.requireNonNull(tasks, "tasks"));
        activities = List.copyOf(Objects.requireNonNull(activities, "activities"));
    }
}
