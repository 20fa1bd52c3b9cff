package io.github.onet4j.assess;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.onet4j.Element;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Assigns the entries of a reply to the skills of the task, and collects the problems. */
final class SkillEntries {
    private final String listName;
    private final String nameProperty;
    private final SkillNames names;
    private final List<String> problems;
    private final Map<String, JsonNode> bySkill = new LinkedHashMap<>();
    private final Set<String> repeated = new LinkedHashSet<>();
    private final List<String> unknownIds = new ArrayList<>();

    private SkillEntries(String listName, String nameProperty, SkillNames names, List<String> problems) {
        this.listName = listName;
        this.nameProperty = nameProperty;
        this.names = names;
        this.problems = problems;
    }

    /** Reads the list of this name, and adds its problems. */
    static SkillEntries read(
            JsonNode object, String listName, String nameProperty, List<Element> skills, List<String> problems) {
        SkillEntries entries = new SkillEntries(listName, nameProperty, new SkillNames(skills), problems);
        JsonNode list = object.path(listName);
        if (!list.isArray()) {
            problems.add(listName + " is missing or not a list; write a list with one entry for each skill");
            return entries;
        }
        for (int i = 0; i < list.size(); i++) {
            entries.add(list.get(i), listName + "[" + i + "]");
        }
        entries.reportMissing();
        return entries;
    }

    /** Returns the first entry for a skill. */
    Optional<JsonNode> entry(Element skill) {
        return Optional.ofNullable(bySkill.get(skill.id()));
    }

    boolean isRepeated(Element skill) {
        return repeated.contains(skill.id());
    }

    /** Returns the problems of entries about skills that the task does not have; they are not among the others. */
    List<String> unknownIds() {
        return unknownIds;
    }

    private void add(JsonNode entry, String place) {
        if (!entry.isObject()) {
            problems.add(place + " is not an object; write one object for each skill");
            return;
        }
        Element skill = skill(entry, place);
        if (skill == null || bySkill.putIfAbsent(skill.id(), entry) == null) {
            return;
        }
        if (repeated.add(skill.id())) {
            problems.add(skill + " appears more than once in " + listName + "; write it once");
        }
    }

    private @Nullable Element skill(JsonNode entry, String place) {
        JsonNode id = entry.path("element_id");
        JsonNode name = entry.path(nameProperty);
        boolean hasId = !(id.isMissingNode() || id.isNull() || id.asText().isBlank());
        return hasId ? byId(id, name, place) : byName(name, place);
    }

    private @Nullable Element byId(JsonNode id, JsonNode name, String place) {
        Element skill = id.isTextual() ? names.byId(id.textValue().strip()).orElse(null) : null;
        if (skill == null) {
            unknownIds.add(place + (name.isTextual() ? " (" + ReplyText.quote(name) + ")" : "") + " has the element_id "
                    + ReplyText.quote(id)
                    + ", which is not in the task; copy the id from the data, or leave the entry out");
            return null;
        }
        List<Element> named = name.isTextual() ? names.byName(name.textValue()) : List.of();
        if (!named.isEmpty() && !named.contains(skill)) {
            problems.add(place + " has the element_id of " + skill + ", but the name of " + named.get(0)
                    + "; write the id and the name of the same skill");
            return null;
        }
        return skill;
    }

    private @Nullable Element byName(JsonNode name, String place) {
        if (!name.isTextual() || name.textValue().isBlank()) {
            problems.add(place + " has neither element_id nor " + nameProperty + "; copy both from the data");
            return null;
        }
        List<Element> named = names.byName(name.textValue());
        if (named.size() == 1) {
            return named.get(0);
        }
        problems.add(
                named.isEmpty()
                        ? place + " has no element_id, and its name " + ReplyText.quote(name)
                                + " matches no skill of the task; copy id and name from the data"
                        : place + " has no element_id, and its name " + ReplyText.quote(name) + " may mean "
                                + named.stream().map(Element::toString).collect(Collectors.joining(" or "))
                                + "; write the element_id");
        return null;
    }

    private void reportMissing() {
        names.all().stream()
                .filter(skill -> !bySkill.containsKey(skill.id()))
                .forEach(skill -> problems.add(skill + " is missing from " + listName + "; add an entry for it"));
    }
}
