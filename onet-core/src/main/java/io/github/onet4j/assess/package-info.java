/**
 * Assessments and descriptions by a language model. Entry points: {@link io.github.onet4j.assess.ProficiencyAssessor}
 * assesses the proficiency that an occupation demands, {@link io.github.onet4j.assess.LanguageModelGapDescriber}
 * describes gaps. Both work with any {@link io.github.onet4j.assess.LanguageModel}.
 */
@NullMarked
package io.github.onet4j.assess;

import org.jspecify.annotations.NullMarked;
