package io.github.onet4j.examples.assistants;

import java.util.List;

/** The one place where the tools are defined. */
public final class OnetTools {
    private OnetTools() {}

    /**
     * Returns the tools.
     *
     * @param releases the releases that they answer from
     * @return the tools, the one to begin with first
     */
    public static List<OnetTool> of(Releases releases) {
        return List.of(
                SearchOccupations.tool(releases),
                SkillGaps.tool(releases),
                ClosestToOccupation.tool(releases),
                CareerPathSearch.tool(releases),
                WhatChanged.tool(releases),
                PersonReadiness.tool(releases));
    }
}
