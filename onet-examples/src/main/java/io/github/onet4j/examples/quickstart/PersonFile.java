package io.github.onet4j.examples.quickstart;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.onet4j.OnetCatalog;
import io.github.onet4j.person.PersonProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a JSON file says of a person. Messages name the file and the place, and nothing of what stands there.
 *
 * @param held the occupations held; null for none
 * @param known levels known from elsewhere; null for none
 * @param selfAssessed levels by which the person has answered; null for none
 */
record PersonFile(
        @Nullable List<Held> held,
        @Nullable List<Level> known,
        @Nullable List<Level> selfAssessed) {
    /**
     * Reads a file.
     *
     * @throws QuickstartException if it can't be read, or is not such a file
     */
    static PersonFile read(Path file) {
        JsonMapper mapper = JsonMapper.builder()
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .build();
        try {
            return mapper.readValue(Files.readString(file), PersonFile.class);
        } catch (JacksonException e) {
            throw new QuickstartException(
                    file + " can't be read as a person, at line "
                            + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr() + ". See onet-examples/sample/person.json for one.",
                    e);
        } catch (IOException e) {
            throw new QuickstartException(file + " can't be read: " + e.getMessage(), e);
        }
    }

    /**
     * Returns the person in terms of a release.
     *
     * @throws QuickstartException if a level is not one
     */
    PersonProfile profile(OnetCatalog catalog) {
        try {
            PersonProfile person = PersonProfile.UNKNOWN;
            for (Held each : orNone(held)) {
                person = each.addTo(person, catalog);
            }
            for (Level level : orNone(known)) {
                person = person.withLevel(level.elementId(), level.level(), level.deviation());
            }
            for (Level level : orNone(selfAssessed)) {
                person = person.withSelfAssessment(level.elementId(), level.level(), level.deviation());
            }
            return person;
        } catch (IllegalArgumentException e) {
            throw new QuickstartException("The person can't be used: " + e.getMessage(), e);
        }
    }

    private static <T> List<T> orNone(@Nullable List<T> entries) {
        return entries == null ? List.of() : entries;
    }

    /**
     * An occupation held.
     *
     * @param occupation its code or title
     * @param years how long; null if that is unknown
     */
    record Held(
            @JsonProperty(required = true) String occupation,
            @Nullable Double years) {
        private PersonProfile addTo(PersonProfile person, OnetCatalog catalog) {
            var code = catalog.requireOccupation(occupation).code();
            return years == null ? person.withOccupation(code) : person.withOccupation(code, years);
        }
    }

    /**
     * A level.
     *
     * @param elementId for example {@code 2.B.3.e}
     * @param level 0 to 7
     * @param standardDeviation how sure it is; null for that of a self-assessment
     */
    record Level(
            @JsonProperty(required = true) String elementId,
            @JsonProperty(required = true) double level,
            @Nullable Double standardDeviation) {
        private double deviation() {
            return Objects.requireNonNullElse(standardDeviation, PersonProfile.SELF_ASSESSMENT_DEVIATION);
        }
    }
}
