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
 * @param skills the assessed skills, in the order of the task; all of them if there are no problems
 * @param problems all problems; any of them makes the reply unusable
 */
record ProficiencyReply(List<AssessedSkill> skills, List<String> problems) implements CheckedReply {
    static final String KEY = "skill_proficiency_assessment";

    private static final String CATEGORY = "llm_assigned_proficiency_description";
    private static final String LEVEL = "llm_assigned_proficiency_level";
    private static final String EXPLANATION = "llm_explanation";

    static ProficiencyReply check(AssessmentTask task, String text) {
        List<String> problems = new ArrayList<>();
        List<AssessedSkill> skills = ReplyObject.find(text, KEY, problems)
                .map(assessment -> new Check(task, assessment, problems).skills())
                .orElse(List.of());
        return new ProficiencyReply(skills, problems);
    }

    @Override
    public List<String> refusals() {
        return problems;
    }

    /** Compares one reply with its task, and collects all problems. */
    private record Check(AssessmentTask task, JsonNode assessment, List<String> problems) {
        List<AssessedSkill> skills() {
            checkOccupation();
            List<Element> known =
                    task.skills().stream().map(RatedElement::element).toList();
            SkillEntries entries = SkillEntries.read(assessment, "assessed_skills", "llm_skill_name", known, problems);
            List<AssessedSkill> skills = new ArrayList<>(known.size());
            known.forEach(element -> entries.entry(element)
                    .flatMap(entry -> skill(element, entry))
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
                problems.add("llm_onet_soc_code is " + shown(code) + "; write \"" + occupation.code()
                        + "\", the occupation of the task");
            }
            JsonNode name = assessment.path("llm_occupation_name");
            if (!ReplyText.isSame(name, occupation.title())) {
                problems.add("llm_occupation_name is " + shown(name) + "; write \"" + occupation.title()
                        + "\", the occupation of the task");
            }
        }

        private Optional<AssessedSkill> skill(Element element, JsonNode entry) {
            int before = problems.size();
            Proficiency category = category(element, entry.path(CATEGORY));
            Double level = level(element, entry.path(LEVEL));
            String explanation = explanation(element, entry.path(EXPLANATION));
            return category == null || explanation == null || problems.size() > before
                    ? Optional.empty()
                    : Optional.of(new AssessedSkill(element, category, level, explanation));
        }

        private @Nullable Proficiency category(Element element, JsonNode value) {
            Optional<Proficiency> category = value.isTextual() ? Proficiency.find(value.textValue()) : Optional.empty();
            if (category.isEmpty()) {
                problems.add(element + ": " + CATEGORY + " is " + shown(value) + "; write one of "
                        + Arrays.stream(Proficiency.values())
                                .map(Proficiency::label)
                                .collect(Collectors.joining(", ")));
            }
            return category.orElse(null);
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
