package io.github.onet4j.assess;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.onet4j.Element;
import io.github.onet4j.gap.ElementGap;
import io.github.onet4j.gap.GapSide;
import io.github.onet4j.gap.SkillGap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A reply to a {@link GapPrompt}.
 *
 * @param texts the usable descriptions by element id
 * @param problems all problems
 * @param refusals the problems of the reply as a whole, which do not quote it
 */
record GapReply(Map<String, String> texts, List<String> problems, List<String> refusals) implements CheckedReply {
    static final String KEY = "skill_gap_analysis";

    private static final String DESCRIPTION = "gap_description";

    /** A level with one decimal less is rounded; any other difference makes it another level. */
    private static final double ROUNDING = 0.05 + 1e-9;

    static GapReply check(SkillGap gap, String text) {
        List<String> refusals = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        Map<String, String> texts = new LinkedHashMap<>();
        ReplyObject.find(text, KEY, refusals).ifPresent(analysis -> {
            checkSide(analysis, "from_occupation", gap.from(), refusals);
            checkSide(analysis, "to_occupation", gap.to(), refusals);
            collect(gap, analysis, problems, texts);
            if (texts.isEmpty()) {
                refusals.add("skill_gaps has no usable entry; write one for each gap of the data");
            }
        });
        problems.addAll(0, refusals);
        return new GapReply(texts, problems, refusals);
    }

    /** The descriptions that are missing are made from anchors. */
    @Override
    public boolean needsRepair() {
        return !refusals.isEmpty();
    }

    @Override
    public int usableEntries() {
        return texts.size();
    }

    private static void checkSide(JsonNode analysis, String property, GapSide side, List<String> refusals) {
        String expected = GapPrompt.name(side);
        if (!ReplyText.isSame(analysis.path(property), expected)) {
            refusals.add(property + " differs from the task; write \"" + expected + "\"");
        }
    }

    private static void collect(SkillGap gap, JsonNode analysis, List<String> problems, Map<String, String> texts) {
        List<Element> known = gap.gaps().stream().map(ElementGap::element).toList();
        SkillEntries entries = SkillEntries.read(analysis, "skill_gaps", "skill_name", known, problems);
        problems.addAll(0, entries.unknownIds());
        for (ElementGap element : gap.gaps()) {
            entries.entry(element.element())
                    .filter(entry -> isUsable(element, entry, problems))
                    .filter(entry -> !entries.isRepeated(element.element()))
                    .ifPresent(entry -> texts.put(
                            element.element().id(),
                            entry.path(DESCRIPTION).textValue().strip()));
        }
    }

    private static boolean isUsable(ElementGap gap, JsonNode entry, List<String> problems) {
        int before = problems.size();
        checkLevel(gap, entry, "from_proficiency_level", gap.fromLevel(), problems);
        checkLevel(gap, entry, "to_proficiency_level", gap.toLevel(), problems);
        JsonNode text = entry.path(DESCRIPTION);
        if (!text.isTextual() || text.textValue().isBlank()) {
            problems.add(gap.element() + ": " + DESCRIPTION + " is missing or blank; describe the gap");
        }
        return problems.size() == before;
    }

    /** A model may leave out a level of 0, or write null for it. */
    private static void checkLevel(
            ElementGap gap, JsonNode entry, String property, double expected, List<String> problems) {
        JsonNode level = entry.path(property);
        boolean none = level.isNull() || level.isMissingNode();
        boolean agrees =
                none ? expected == 0 : level.isNumber() && Math.abs(level.doubleValue() - expected) <= ROUNDING;
        if (!agrees) {
            problems.add(gap.element() + ": " + property + " is " + (none ? "none" : ReplyText.quote(level))
                    + ", but the figure is " + PromptJson.text(expected) + "; describe the gap of the data");
        }
    }
}
