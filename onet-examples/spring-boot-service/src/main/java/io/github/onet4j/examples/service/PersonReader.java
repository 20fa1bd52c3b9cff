package io.github.onet4j.examples.service;

import io.github.onet4j.Domain;
import io.github.onet4j.Element;
import io.github.onet4j.OnetSocCode;
import io.github.onet4j.person.HeldOccupation;
import io.github.onet4j.person.PersonModel;
import io.github.onet4j.person.PersonProfile;
import io.github.onet4j.person.StatedLevel;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads persons from requests, and reports errors by the place in the body, such as {@code known[0].level}. */
final class PersonReader {
    private final String elements;
    private final Set<String> elementIds;

    PersonReader(PersonModel model, Domain domain) {
        elements = domain.label() + " in O*NET " + model.release().version();
        elementIds = model.elements().stream().map(Element::id).collect(Collectors.toUnmodifiableSet());
    }

    PersonProfile person(PersonRequest request) {
        Map<OnetSocCode, HeldOccupation> held = new LinkedHashMap<>();
        Map<String, StatedLevel> known = new LinkedHashMap<>();
        Map<String, StatedLevel> selfAssessed = new LinkedHashMap<>();
        forEach("held", request.held(), (place, each) -> {
            HeldOccupation occupation =
                    new HeldOccupation(code(place + ".code", each.code()), years(place + ".years", each.years()));
            putOnce(held, occupation.code(), occupation, place);
        });
        forEach("known", request.known(), (place, each) -> {
            StatedLevel level = new StatedLevel(
                    level(place + ".level", each.level()),
                    deviation(place + ".standard_deviation", each.standardDeviation()));
            putOnce(known, elementId(place + ".element_id", each.elementId()), level, place);
        });
        forEach("self_assessed", request.selfAssessed(), (place, each) -> {
            StatedLevel level =
                    new StatedLevel(level(place + ".level", each.level()), PersonProfile.SELF_ASSESSMENT_DEVIATION);
            putOnce(selfAssessed, elementId(place + ".element_id", each.elementId()), level, place);
        });
        return new PersonProfile(List.copyOf(held.values()), known, selfAssessed);
    }

    Set<String> skipped(ReadinessRequest request) {
        Set<String> skipped = new LinkedHashSet<>();
        forEach("skipped", request.skipped(), (place, each) -> skipped.add(elementId(place, each)));
        return skipped;
    }

    static OnetSocCode code(String place, @Nullable String code) {
        return CodeParameter.parse(place, require(place, code));
    }

    private static <T> void forEach(String name, @Nullable List<@Nullable T> entries, BiConsumer<String, T> reading) {
        if (entries != null) {
            for (int i = 0; i < entries.size(); i++) {
                String place = name + "[" + i + "]";
                reading.accept(place, require(place, entries.get(i)));
            }
        }
    }

    private static <T> T require(String place, @Nullable T value) {
        if (value == null) {
            throw new RefusedParameterException(place, "The value of " + place + " is missing.");
        }
        return value;
    }

    private static @Nullable Double years(String place, @Nullable Double years) {
        if (years != null && !(years > 0 && Double.isFinite(years))) {
            throw new RefusedParameterException(place, "The value of " + place + " is not above 0.");
        }
        return years;
    }

    private static double level(String place, @Nullable Double level) {
        double value = require(place, level);
        if (value < 0 || value > 7) {
            throw new RefusedParameterException(place, "The value of " + place + " is not from 0 to 7.");
        }
        return value;
    }

    private static double deviation(String place, @Nullable Double deviation) {
        double value = require(place, deviation);
        if (value < 0.01 || value > 7) {
            throw new RefusedParameterException(place, "The value of " + place + " is not from 0.01 to 7.");
        }
        return value;
    }

    private String elementId(String place, @Nullable String id) {
        String value = require(place, id);
        if (!elementIds.contains(value)) {
            throw new RefusedParameterException(
                    place,
                    "The value of " + place + " is the id of none of the " + elements
                            + ". /api/v1/skill-gap-analysis has the ids.");
        }
        return value;
    }

    private static <K, V> void putOnce(Map<K, V> entries, K key, V value, String place) {
        if (entries.putIfAbsent(key, value) != null) {
            throw new RefusedParameterException(
                    place, place + " is about the same as an entry before it. Pass one of them.");
        }
    }
}
