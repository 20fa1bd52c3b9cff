package io.github.onet4j.jooq.assess;

import io.github.onet4j.Domain;
import io.github.onet4j.OnetSocCode;
import io.github.onet4j.assess.AssessedSkill;
import io.github.onet4j.jooq.schema.Tables;
import io.github.onet4j.jooq.schema.tables.records.OnetAssessmentRecord;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An assessment in the database: an opinion of a language model, not an O*NET rating. Immutable. */
public final class StoredAssessment {
    private final OnetAssessmentRecord row;
    private final String releaseVersion;
    private final List<AssessedSkill> levels;

    private StoredAssessment(OnetAssessmentRecord row, String releaseVersion, List<AssessedSkill> levels) {
        this.row = row;
        this.releaseVersion = releaseVersion;
        this.levels = levels;
    }

    /**
     * Makes an assessment from its row in {@code onet_assessment}, which is copied.
     *
     * @param row the row
     * @param releaseVersion the O*NET version of the row's release
     * @param levels the rows of {@code onet_assessed_level}, by element id
     * @return the assessment
     */
    public static StoredAssessment of(OnetAssessmentRecord row, String releaseVersion, List<AssessedSkill> levels) {
        Objects.requireNonNull(row, "row");
        Objects.requireNonNull(releaseVersion, "releaseVersion");
        Objects.requireNonNull(levels, "levels");
        return new StoredAssessment(row.into(Tables.ONET_ASSESSMENT), releaseVersion, List.copyOf(levels));
    }

    /**
     * Returns the number of the assessment in {@code onet_assessment}.
     *
     * @return a number that is higher for a newer assessment
     */
    public int id() {
        return row.getAssessmentId();
    }

    /**
     * Returns the O*NET version whose occupation was assessed.
     *
     * @return for example {@code 31.0}
     */
    public String releaseVersion() {
        return releaseVersion;
    }

    /**
     * Returns the occupation.
     *
     * @return its code
     */
    public OnetSocCode occupation() {
        return new OnetSocCode(row.getOnetsocCode());
    }

    /**
     * Returns the domain of the skills.
     *
     * @return the domain
     */
    public Domain domain() {
        return Domain.valueOf(row.getDomain());
    }

    /**
     * Returns the occupation that people come from, as given to the model.
     *
     * @return its code, or nothing if there was none
     */
    public Optional<OnetSocCode> from() {
        return Optional.ofNullable(row.getFromOnetsocCode()).map(OnetSocCode::new);
    }

    /**
     * Returns the host's name for the model. {@code onet_model_call} has the name that the model gives itself.
     *
     * @return for example {@code gemini-3.8-flash}
     */
    public String model() {
        return row.getModel();
    }

    /**
     * Returns the time of the assessment.
     *
     * @return the time by the clock of the machine that asked
     */
    public Instant assessedAt() {
        return row.getAssessedAtUtc().toInstant(ZoneOffset.UTC);
    }

    /**
     * Returns the opinion on each element. Levels are on O*NET's scale from 0 to 7, rounded to four decimals, and null
     * where the model can't judge. An element is missing if the model's reply had no usable entry for it.
     *
     * @return the levels, by element id
     */
    public List<AssessedSkill> levels() {
        return levels;
    }

    /** {@return {@link #id}, for serializers} */
    public int getId() {
        return id();
    }

    /** {@return {@link #releaseVersion}, for serializers} */
    public String getReleaseVersion() {
        return releaseVersion;
    }

    /** {@return {@link #occupation} as text, for serializers} */
    public String getOccupation() {
        return row.getOnetsocCode();
    }

    /** {@return {@link #domain}, for serializers} */
    public Domain getDomain() {
        return domain();
    }

    /** {@return {@link #from} as text, or null, for serializers} */
    public @Nullable String getFrom() {
        return row.getFromOnetsocCode();
    }

    /** {@return {@link #model}, for serializers} */
    public String getModel() {
        return model();
    }

    /** {@return {@link #assessedAt} as text, for serializers} */
    public String getAssessedAt() {
        return assessedAt().toString();
    }

    /** {@return {@link #levels}, for serializers} */
    public List<AssessedSkill> getLevels() {
        return levels;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof StoredAssessment assessment && values().equals(assessment.values());
    }

    @Override
    public int hashCode() {
        return values().hashCode();
    }

    /** Returns the values in one line, without the levels, for a log. */
    @Override
    public String toString() {
        return "assessment " + id() + " of " + domain().label() + " of " + occupation() + " in O*NET " + releaseVersion
                + from().map(code -> ", from " + code).orElse("") + ", by " + model() + " at " + assessedAt();
    }

    private List<Object> values() {
        return List.of(row, releaseVersion, levels);
    }
}
