package io.github.onet4j.release;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The files of O*NET releases that onet4j knows of and does not read, by the names of all layouts. */
final class KnownFiles {
    private static final Set<String> STEMS = Stream.of(
                    "Read Me",
                    "Abilities to Work Activities",
                    "Abilities to Work Context",
                    "Basic Interests to RIASEC",
                    "Career Interest Type Keywords",
                    "Career Interest Types",
                    "DWA Reference",
                    "Education",
                    "Education Categories",
                    "Education, Training, and Experience",
                    "Education, Training, and Experience Categories",
                    "Emerging Tasks",
                    "Essential Skills to Work Activities",
                    "Essential Skills to Work Context",
                    "GWAs to IWAs",
                    "GWAs to IWAs to DWAs",
                    "Interests",
                    "Interests Illustrative Activities",
                    "Interests Illustrative Occupations",
                    "IWA Reference",
                    "Occupation Level Metadata",
                    "RIASEC Keywords",
                    "Skills to Work Activities",
                    "Skills to Work Context",
                    "Specific Interest Areas",
                    "Specific Interest Areas to Career Interest Types",
                    "Survey Booklet Locations",
                    "Task Categories",
                    "Task Ratings",
                    "Task Statements",
                    "Tasks to DWAs",
                    "Tools Used",
                    "Training and Experience",
                    "Training and Experience Categories",
                    "Transferable Skills to Work Activities",
                    "Transferable Skills to Work Context",
                    "UNSPSC Reference",
                    "Work Context",
                    "Work Context Categories",
                    "Work Styles to Work Activities",
                    "Work Styles to Work Context",
                    "Work Values")
            .map(TableDescription::stem)
            .collect(Collectors.toUnmodifiableSet());

    private KnownFiles() {}

    static boolean contains(String stem) {
        return STEMS.contains(stem);
    }
}
