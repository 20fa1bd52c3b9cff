package io.github.onet4j.jooq.internal.query;

import io.github.onet4j.Rating;
import io.github.onet4j.RatingKey;
import io.github.onet4j.Task;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The tasks of one occupation, their ratings packed. Immutable. */
final class PackedTasks {
    private final List<Task> bare;
    private final PackedRatings ratings;

    private PackedTasks(List<Task> bare, PackedRatings ratings) {
        this.bare = bare;
        this.ratings = ratings;
    }

    /** Packs tasks, whose order stays. */
    static PackedTasks of(List<Task> tasks) {
        PackedRatings.Builder packed = new PackedRatings.Builder(
                tasks.stream().mapToInt(task -> task.ratings().size()).sum());
        for (int i = 0; i < tasks.size(); i++) {
            packed.add(i, tasks.get(i).ratings());
        }
        return new PackedTasks(tasks.stream().map(task -> with(task, Map.of())).toList(), packed.build());
    }

    List<Task> unpacked() {
        return IntStream.range(0, bare.size())
                .mapToObj(i -> with(bare.get(i), ratings.of(i)))
                .toList();
    }

    private static Task with(Task task, Map<RatingKey, Rating> ratings) {
        return new Task(
                task.id(),
                task.text(),
                task.type(),
                task.incumbentsResponding(),
                task.date(),
                task.domainSource(),
                ratings);
    }
}
