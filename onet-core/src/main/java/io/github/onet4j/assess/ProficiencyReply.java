package io.github.onet4j.assess;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.onet4j.Element;
import io.github.onet4j.Occupation;
import io.github.onet4j.OnetSocCode;
import io.github.onet4j.RatedElement;
import io.github.onet4j.Scale;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A reply to a {@link ProficiencyPrompt}.
 *
 * @param skills the skills with a usable entry, in the order of the task; all of them if there are no problems
 * @param problems all problems
 * @param refusals the problems that make the whole reply unusable
 */
record ProficiencyReply(List<AssessedSkill> skills, List<String> problems, List<String> refusals)
        implements CheckedReply {
    static final String KEY = "skill_proficiency_assessment";

    private static final String CATEGORY = "llm_assigned_proficiency_description";
    private static final String LEVEL = "llm_assigned_proficiency_level";
    private static final String EXPLANATION = "llm_explanation";

    static ProficiencyReply check(AssessmentTask task, String text) {
        List<String> refusals = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        List<AssessedSkill> skills = ReplyObject.find(text, KEY, refusals)
                .map(assessment -> new Check(task, assessment, problems, refusals).skills())
                .orElse(List.of());
        if (skills.isEmpty() && refusals.isEmpty()) {
            // What is wrong with each entry says more than that none is left.
            refusals.addAll(problems);
        } else {
            problems.addAll(0, refusals);
        }
        return new ProficiencyReply(skills, problems, refusals);
    }

    /** One wrong entry is worth a second question; its level is otherwise lost. */
    @Override
    public boolean needsRepair() {
        return !problems.isEmpty();
    }

    @Override
    public int usableEntries() {
        return skills.size();
    }

    /** Compares one reply with its task, and collects all problems. */
    private record Check(AssessmentTask task, JsonNode assessment, List<String> problems, List<String> refusals) {
        List<AssessedSkill> skills() {
            checkOccupation();
            List<Element> known =
                    task.skills().stream().map(RatedElement::element).toList();
            SkillEntries entries = SkillEntries.read(assessment, "assessed_skills", "llm_skill_name", known, problems);
            refusals.addAll(entries.unknownIds());
            List<AssessedSkill> skills = new ArrayList<>(known.size());
            known.forEach(element -> entries.entry(element)
                    .flatMap(entry -> skill(element, entry))
                    .filter(skill -> !entries.isRepeated(element))
                    .ifPresent(skills::add));
            return skills;
        }

        private void checkOccupation() {
            Occupation occupation = task.occupation();
            JsonNode code = assessment.path("llm_onet_soc_code");
            boolean isRightCode = code.isTextual()
                    && OnetSocCode.isCode(code.textValue())
                    && OnetSocCode.parse(code.textValue()).equals(occupation.code());
            if (!isRightCode) {
                refusals.add("llm_onet_soc_code is " + shown(code) + "; write \"" + occupation.code()
                        + "\", the occupation of the task");
            }
            JsonNode name = assessment.path("llm_occupation_name");
            if (!ReplyText.isSame(name, occupation.title())) {
                refusals.add("llm_occupation_name is " + shown(name) + "; write \"" + occupation.title()
                        + "\", the occupation of the task");
            }
        }

        private Optional<AssessedSkill> skill(Element element, JsonNode entry) {
            int before = problems.size();
            Double level = level(element, entry.path(LEVEL));
            String explanation = explanation(element, entry.path(EXPLANATION));
            if (explanation == null || problems.size() > before) {
                return Optional.empty();
            }
            String category = entry.path(CATEGORY).asText("").strip();
            Optional<Proficiency> proficiency = proficiency(category, level);
            if (proficiency.isEmpty()) {
                problems.add(element + ": " + CATEGORY + " is " + shown(entry.path(CATEGORY))
                        + " and the level is null; write one of "
                        + Arrays.stream(Proficiency.values())
                                .map(Proficiency::label)
                                .collect(Collectors.joining(", ")));
            }
            return proficiency.map(found -> new AssessedSkill(element, found, level, explanation, category));
        }

        /** The level is what counts: where there is one, no other category than the five is interpreted. */
        private Optional<Proficiency> proficiency(String category, @Nullable Double level) {
            Optional<Proficiency> written = Proficiency.find(category);
            if (written.isPresent()) {
                return written;
            }
            return level == null ? Proficiency.findLowest(category) : Optional.of(Proficiency.of(level, task.scale()));
        }

        private @Nullable Double level(Element element, JsonNode value) {
            Scale scale = task.scale();
            if (value.isNull()) {
                return null;
            }
            if (value.isNumber() && scale.contains(value.doubleValue())) {
                return value.doubleValue();
            }
            problems.add(element + ": " + LEVEL + " is " + shown(value) + "; write a number from "
                    + PromptJson.text(scale.minimum()) + " to " + PromptJson.text(scale.maximum())
                    + ", or null if the level can't be judged");
            return null;
        }

        private @Nullable String explanation(Element element, JsonNode value) {
            if (value.isTextual() && !value.textValue().isBlank()) {
                return value.textValue().strip();
            }
            problems.add(element + ": " + EXPLANATION + " is missing or blank; write why the skill needs this level");
            return null;
        }

        private static String shown(JsonNode value) {
            return value.isMissingNode() ? "missing" : ReplyText.quote(value);
        }
    }
}
