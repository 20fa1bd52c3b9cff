/**
 * What a language model can add to O*NET: an assessment of the proficiency that an occupation demands, and descriptions of gaps.
 * Entry points: {@link io.github.onet4j.assess.ProficiencyAssessor} and
 * {@link io.github.onet4j.assess.LanguageModelGapDescriber}, over any {@link io.github.onet4j.assess.LanguageModel}, such as
 * {@link io.github.onet4j.assess.GeminiLanguageModel}.
 */
@NullMarked
package io.github.onet4j.assess;

import org.jspecify.annotations.NullMarked;
