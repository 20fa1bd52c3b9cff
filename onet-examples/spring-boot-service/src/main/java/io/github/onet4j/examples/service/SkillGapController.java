package io.github.onet4j.examples.service;

import io.github.onet4j.gap.GapDescription;
import io.github.onet4j.gap.SkillGap;
import io.github.onet4j.gap.SkillGapAnalyzer;
import io.github.onet4j.jooq.Onet;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Answers questions about the gap between two occupations. */
@RestController
@Tag(name = "Skill gaps")
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
class SkillGapController {
    private static final String DESCRIBE = "include_llm_descriptions";
    private static final String SIDES =
            " The two occupations are given by from_occupation and to_occupation, or by the short names from and to."
                    + " A code such as 15-1251 is short for 15-1251.00.";
    private static final String DESCRIBED =
            "Add a description to each gap: by a language model or, without one, from the figures and level anchors";

    private final ObjectProvider<Onet> onet;

    SkillGapController(ObjectProvider<Onet> onet) {
        this.onet = onet;
    }

    @GetMapping("/skill-gap")
    @GapQuestion
    @Operation(
            summary = "The skills that the target has and the source lacks",
            description = "A skill is lacking if it is rated at level 0." + SIDES
                    + " Example: `/api/v1/skill-gap?from=15-1251&to=15-1211`. A source or target without ratings can be"
                    + " estimated: `/api/v1/skill-gap?from=15-1251&to=15-1252&unrated=ESTIMATE`.")
    SkillGapAnswer skillGap(
            @Parameter(hidden = true) GapRequest request,
            @Parameter(description = DESCRIBED) @RequestParam(name = DESCRIBE, defaultValue = "false")
                    boolean describe) {
        SkillGap gap = analyze(request);
        return SkillGapAnswer.of(gap, descriptions(gap, describe));
    }

    @GetMapping("/skill-gap-by-lvl")
    @GapQuestion
    @Operation(
            summary = "The skills that the target has at a higher level, with both levels",
            description = "Levels are on O*NET's scale from 0 to 7." + SIDES
                    + " Example: `/api/v1/skill-gap-by-lvl?from=15-1251&to=15-1211`.")
    LevelGapAnswer skillGapByLevel(
            @Parameter(hidden = true) GapRequest request,
            @Parameter(description = DESCRIBED) @RequestParam(name = DESCRIBE, defaultValue = "false")
                    boolean describe) {
        SkillGap gap = analyze(request);
        return LevelGapAnswer.of(gap, descriptions(gap, describe));
    }

    @GetMapping("/skill-gap-analysis")
    @GapQuestion
    @Operation(
            summary = "The complete analysis: readiness, gaps, matched and surplus skills",
            description =
                    "Readiness is the part of what the target needs that the source has. Each gap has its share of"
                            + " what is lacking, and the shares add up to 1 less the readiness. What nobody rated is"
                            + " unknown, which is neither 0 nor a gap; readiness is then null, between two bounds."
                            + SIDES
                            + " Example: `/api/v1/skill-gap-analysis?from=15-1251&to=15-1211`; of knowledge:"
                            + " `/api/v1/skill-gap-analysis?from=15-1251&to=15-1211&domain=KNOWLEDGE`.")
    AnalysisAnswer skillGapAnalysis(
            @Parameter(hidden = true) GapRequest request,
            @Parameter(description = DESCRIBED) @RequestParam(name = DESCRIBE, defaultValue = "false")
                    boolean describe) {
        SkillGap gap = analyze(request);
        return AnalysisAnswer.of(gap, descriptions(gap, describe));
    }

    private SkillGap analyze(GapRequest request) {
        return analyzer().analyze(request.from(), request.to(), request.options());
    }

    /** Returns descriptions by element id, or null if none were requested. */
    private @Nullable Map<String, GapDescription> descriptions(SkillGap gap, boolean describe) {
        if (!describe) {
            return null;
        }
        return analyzer().describe(gap).descriptions().stream()
                .collect(Collectors.toMap(each -> each.gap().element().id(), Function.identity()));
    }

    private SkillGapAnalyzer analyzer() {
        return onet.getObject().skillGapAnalyzer();
    }
}
