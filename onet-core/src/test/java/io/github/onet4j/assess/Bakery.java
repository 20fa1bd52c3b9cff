package io.github.onet4j.assess;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.onet4j.Domain;
import io.github.onet4j.Element;
import io.github.onet4j.LevelAnchor;
import io.github.onet4j.Occupation;
import io.github.onet4j.OnetSocCode;
import io.github.onet4j.Profile;
import io.github.onet4j.RatedElement;
import io.github.onet4j.Rating;
import io.github.onet4j.ReleaseInfo;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Bakers with three skills, cooks, and a reply about the bakers that is good until a test spoils it. */
final class Bakery {
    static final Occupation BAKERS =
            new Occupation(new OnetSocCode("51-3011.00"), "Bakers, Bread & Pastry", "Mix and bake dough.");
    static final Occupation COOKS = new Occupation(new OnetSocCode("35-2014.00"), "Cooks", "Cook meals.");
    static final ReleaseInfo RELEASE = new ReleaseInfo("31.0", null, "");

    static final Element READING = new Element(
            "2.A.1.a",
            "Reading Comprehension",
            "Understanding what is written at work.",
            Domain.SKILLS,
            List.of(new LevelAnchor(2, "Read a form"), new LevelAnchor(6, "Read a paper on surgery")));
    static final Element COORDINATION = new Element("2.B.1.b", "Coordination", null, Domain.SKILLS, List.of());
    static final Element EQUIPMENT =
            new Element("2.B.3.d", "Equipment Selection/Installation", null, Domain.SKILLS, List.of());

    private Bakery() {}

    static AssessmentTask task() {
        return task(BAKERS);
    }

    static AssessmentTask task(Occupation occupation) {
        return new AssessmentTask(
                occupation,
                Domain.SKILLS,
                List.of(rated(READING, 3.12, 2.5), rated(COORDINATION, null, null), rated(EQUIPMENT, 2.0, null)),
                AssessmentTask.LEVEL_SCALE,
                null,
                List.of());
    }

    static RatedElement rated(Element element, @Nullable Double importance, @Nullable Double level) {
        return RatedElement.of(
                element, importance == null ? null : Rating.of(importance), level == null ? null : Rating.of(level));
    }

    static Profile profile(Occupation occupation, RatedElement... elements) {
        return Profile.of(
                RELEASE, occupation, Domain.SKILLS, List.of(elements), List.of(READING, COORDINATION, EQUIPMENT));
    }

    /** A good reply about the bakers, spoilt. */
    static String reply(Consumer<ObjectNode> spoil) {
        ObjectNode assessment = JsonNodeFactory.instance.objectNode();
        assessment.put("llm_onet_soc_code", "51-3011.00").put("llm_occupation_name", "Bakers, Bread & Pastry");
        ArrayNode skills = assessment.putArray("assessed_skills");
        addSkill(skills, READING, "Beginner", 2.5, "Reads recipes.");
        addSkill(skills, COORDINATION, "Intermediate", 3.25, "Works in step with the shift.");
        addSkill(skills, EQUIPMENT, "Novice", 1, "Ovens are set up by others.");
        spoil.accept(assessment);
        return JsonNodeFactory.instance
                .objectNode()
                .set("skill_proficiency_assessment", assessment)
                .toString();
    }

    /** A good reply about the bakers. */
    static String reply() {
        return reply(assessment -> {});
    }

    /** A good reply about the bakers, spoilt in what it says of the first skill, Reading Comprehension. */
    static String replyWithReading(Consumer<ObjectNode> spoil) {
        return reply(assessment -> spoil.accept(skill(assessment, 0)));
    }

    static ObjectNode skill(ObjectNode assessment, int index) {
        return (ObjectNode) skills(assessment).get(index);
    }

    static ArrayNode skills(ObjectNode assessment) {
        return (ArrayNode) assessment.get("assessed_skills");
    }

    static void addSkill(ArrayNode skills, Element element, String category, double level, String explanation) {
        skills.addObject()
                .put("element_id", element.id())
                .put("llm_skill_name", element.name())
                .put("llm_assigned_proficiency_description", category)
                .put("llm_assigned_proficiency_level", level)
                .put("llm_explanation", explanation);
    }
}
