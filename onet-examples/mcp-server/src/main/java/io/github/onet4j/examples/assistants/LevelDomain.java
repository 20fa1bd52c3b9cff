package io.github.onet4j.examples.assistants;

import io.github.onet4j.Domain;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A domain whose elements are rated by level, so that occupations and persons can be compared in it. */
enum LevelDomain {
    SKILLS,
    KNOWLEDGE,
    ABILITIES,
    WORK_ACTIVITIES;

    /** The domain of a call that names none; the schemas say so. */
    static final String DEFAULT = "SKILLS";

    static LevelDomain orDefault(@Nullable LevelDomain domain) {
        return Objects.requireNonNullElse(domain, SKILLS);
    }

    Domain domain() {
        return Domain.valueOf(name());
    }
}
