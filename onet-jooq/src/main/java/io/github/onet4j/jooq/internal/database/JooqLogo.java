package io.github.onet4j.jooq.internal.database;

import java.util.List;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Keeps jOOQ's logo and its tip of the day from the log of a host that does not use jOOQ itself. jOOQ logs them once,
 * when it renders for the first time, unless system properties say otherwise. It reads these only then, so they are set
 * for that moment only. The threshold of jOOQ's logger would do as well, but could not be set back to the host's.
 */
public final class JooqLogo {
    private static final List<String> SWITCHES = List.of("org.jooq.no-logo", "org.jooq.no-tips");

    static {
        List<@Nullable String> before =
                SWITCHES.stream().<@Nullable String>map(System::getProperty).toList();
        SWITCHES.forEach(name -> System.setProperty(name, "true"));
        try {
            DSL.using(SQLDialect.DEFAULT).render(DSL.one());
        } finally {
            for (int i = 0; i < SWITCHES.size(); i++) {
                restore(SWITCHES.get(i), before.get(i));
            }
        }
    }

    private JooqLogo() {}

    /** Lets jOOQ render for the first time without them, if it has not yet. */
    public static void suppress() {
        // The initialization of this class does, once.
    }

    private static void restore(String name, @Nullable String value) {
        if (value == null) {
            System.clearProperty(name);
        } else {
            System.setProperty(name, value);
        }
    }
}
