package io.github.onet4j.compare;

import io.github.onet4j.Occupation;
import io.github.onet4j.gap.GapOptions;
import io.github.onet4j.gap.LevelPolicy;
import io.github.onet4j.gap.ReadinessBounds;
import io.github.onet4j.gap.SkillGap;
import io.github.onet4j.gap.UnratedPolicy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what two releases say of pairs of occupations, and tells what can be said of the change. */
final class PairDrift {
    private final ComparedCatalog earlier;
    private final ComparedCatalog later;
    private final GapOptions options;

    PairDrift(ComparedCatalog earlier, ComparedCatalog later, GapOptions options) {
        if (options.levels() != LevelPolicy.OFFICIAL || options.unrated() != UnratedPolicy.REFUSE) {
            throw new IllegalArgumentException("a drift compares published ratings only: options must have levels"
                    + " OFFICIAL and unrated REFUSE, but had " + options.levels() + " and " + options.unrated());
        }
        this.earlier = earlier;
        this.later = later;
        this.options = options;
    }

    GapDrift of(Occupation from, Occupation to) {
        SideRatings source = ratings(from, Side.SOURCE);
        SideRatings target = ratings(to, Side.TARGET);
        SkillGap before = source.isRatedEarlier() && target.isRatedEarlier()
                ? earlier.gap(from.code(), to.code(), options)
                : null;
        SkillGap after =
                source.isRatedLater() && target.isRatedLater() ? later.gap(from.code(), to.code(), options) : null;
        DriftSplit split = before == null || after == null
                ? null
                : DriftSplit.of(source.inBoth(), target.inBoth(), options.notRelevant());
        return new GapDrift(
                earlier.release(),
                later.release(),
                options.domain(),
                options.notRelevant(),
                source.driftSide(),
                target.driftSide(),
                outcome(before, after, split),
                split == null ? null : split.earlierReadiness(),
                split == null ? null : split.laterReadiness(),
                bounds(before),
                bounds(after),
                split == null ? List.of() : split.parts(),
                ComparedCatalog.attribution(attribution(before, earlier), attribution(after, later)));
    }

    private SideRatings ratings(Occupation occupation, Side side) {
        return new SideRatings(
                occupation,
                side,
                earlier.findProfile(options.domain(), occupation.code()).orElse(null),
                later.findProfile(options.domain(), occupation.code()).orElse(null));
    }

    private static GapDrift.Outcome outcome(
            @Nullable SkillGap before, @Nullable SkillGap after, @Nullable DriftSplit split) {
        if (before == null) {
            return after == null ? GapDrift.Outcome.UNRATED : GapDrift.Outcome.NEWLY_RATED;
        }
        if (after == null) {
            return GapDrift.Outcome.DROPPED;
        }
        return split == null ? GapDrift.Outcome.UNDEFINED : GapDrift.Outcome.MEASURED;
    }

    private static @Nullable ReadinessBounds bounds(@Nullable SkillGap gap) {
        return gap == null ? null : gap.readinessBounds().orElse(null);
    }

    private static String attribution(@Nullable SkillGap gap, ComparedCatalog catalog) {
        return gap == null ? catalog.release().attribution() : gap.attribution();
    }
}
