package io.github.onet4j.spring.autoconfigure;

import io.github.onet4j.jooq.database.OnetDatabaseException;
import io.github.onet4j.jooq.database.SchemaDifference;
import io.github.onet4j.jooq.database.SchemaMismatchException;
import io.github.onet4j.jooq.database.UnsupportedDatabaseException;
import io.github.onet4j.jooq.load.ReleaseNotLoadedException;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;

/** Tells what to do where an application does not start because of onet4j. */
final class OnetFailureAnalyzer implements FailureAnalyzer {
    private static final String CREATE = "Set onet4j.schema to create, or add the output of OnetSchema.ddl() to your"
            + " migrations. With onet4j.schema set to none the application starts without them.";
    private static final String LOAD =
            "Set onet4j.release.path to a release from https://www.onetcenter.org/database.html, or load one with"
                    + " Onet.load(OnetRelease) before it is read.";

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            FailureAnalysis analysis = analysis(each);
            if (analysis != null) {
                return analysis;
            }
        }
        return null;
    }

    private static @Nullable FailureAnalysis analysis(Throwable cause) {
        if (cause instanceof ReleaseLoadException) {
            return new FailureAnalysis(
                    sentence(cause),
                    "Correct onet4j.release.path, or set onet4j.release.on-failure to warn for an application that"
                            + " starts all the same.",
                    cause);
        }
        if (cause instanceof InvalidClientPropertyException invalid) {
            return new FailureAnalysis(
                    sentence(cause),
                    "Correct the properties below " + invalid.prefix() + ", or leave " + invalid.prefix()
                            + ".api-key blank to do without.",
                    cause);
        }
        if (cause instanceof SchemaMismatchException mismatch) {
            return ofSchema(mismatch);
        }
        if (cause instanceof ReleaseNotLoadedException) {
            return new FailureAnalysis("No O*NET release is active in the database.", LOAD, cause);
        }
        if (cause instanceof UnsupportedDatabaseException) {
            return new FailureAnalysis(
                    sentence(cause),
                    "Connect onet4j to a supported database. Of several DataSources, mark the one to take with"
                            + " @OnetDataSource.",
                    cause);
        }
        return cause instanceof OnetDatabaseException refused && Trouble.isOfTables(refused)
                ? new FailureAnalysis(Trouble.NO_SCHEMA.what(), CREATE, cause)
                : null;
    }

    private static FailureAnalysis ofSchema(SchemaMismatchException mismatch) {
        List<SchemaDifference> differences = mismatch.differences();
        boolean isMissing = differences.stream().allMatch(each -> each.part() == null && each.found() == null);
        if (isMissing) {
            return new FailureAnalysis("The database has no tables of onet4j.", CREATE, mismatch);
        }
        String list = differences.stream().map(each -> "    " + each).collect(Collectors.joining("\n"));
        return new FailureAnalysis(
                "The tables of onet4j in the database differ from the ones that it needs:\n" + list,
                "Set onet4j.schema to create to add what is missing. Alter what differs, which onet4j never changes.",
                mismatch);
    }

    private static String sentence(Throwable cause) {
        String message = String.valueOf(cause.getMessage());
        return Character.toUpperCase(message.charAt(0)) + message.substring(1) + ".";
    }
}
