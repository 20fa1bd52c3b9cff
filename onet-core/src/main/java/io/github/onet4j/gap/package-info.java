/**
 * Skill gaps: pure arithmetic over any {@link io.github.onet4j.OnetCatalog}. Entry point:
 * {@link io.github.onet4j.gap.SkillGapAnalyzer}.
 */
@NullMarked
package io.github.onet4j.gap;

import org.jspecify.annotations.NullMarked;
