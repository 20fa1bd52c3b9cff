package io.github.onet4j.examples.service;

import io.github.onet4j.OnetException;
import io.github.onet4j.jooq.Onet;
import io.github.onet4j.jooq.load.LoadReport;
import java.io.PrintStream;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.beans.BeansException;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.StringUtils;

/** Loads a release into the configured database and exits; meant for container jobs and schedulers. */
final class LoadCommand {
    private final ConfigurableApplicationContext context;

    private LoadCommand(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /**
     * Creates or upgrades the schema, then loads and activates a release.
     *
     * @param arguments the path of the release, or none for the configured one, and options of Spring Boot
     * @param out receives the report
     * @param err receives one line that says why nothing was loaded
     * @return the exit code: 0 if the release is loaded, now or earlier; 1 if not
     */
    static int run(List<String> arguments, PrintStream out, PrintStream err) {
        SpringApplicationBuilder application = new SpringApplicationBuilder(LoadConfiguration.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                // Errors in the configuration surface below, where they are reported in one line.
                .lazyInitialization(true);
        try (ConfigurableApplicationContext context = application.run(arguments.toArray(String[]::new))) {
            return new LoadCommand(context).load(pathAmong(arguments), out, err);
        }
    }

    private int load(Optional<String> path, PrintStream out, PrintStream err) {
        if (!StringUtils.hasText(context.getEnvironment().getProperty("spring.datasource.url"))) {
            err.println("Nothing was loaded: no database is configured; set spring.datasource.url");
            return 1;
        }
        OnetProperties properties = context.getBean(OnetProperties.class);
        try {
            report(new ReleaseSource(path.orElse(properties.release())).loadInto(this::onet), out);
            return 0;
        } catch (OnetException | BeansException e) {
            err.println("Nothing was loaded: " + reason(e));
            return 1;
        }
    }

    /** Without the service's timeouts, since a load may take minutes, and so may waiting for another one. */
    private Onet onet() {
        Onet.Builder builder = Onet.create(context.getBean(DataSource.class));
        String schemaName = context.getEnvironment().getProperty("onet4j.schema-name");
        if (StringUtils.hasText(schemaName)) {
            builder.schemaName(schemaName);
        }
        return builder.build();
    }

    private static Optional<String> pathAmong(List<String> arguments) {
        return arguments.stream().filter(argument -> !argument.startsWith("--")).findFirst();
    }

    private static void report(LoadReport report, PrintStream out) {
        out.println(report.release());
        out.println(
                report.outcome() == LoadReport.Outcome.LOADED
                        ? "loaded " + report.rowsStored() + " rows from "
                                + report.files().size() + " files in "
                                + report.elapsed().toMillis() + " ms"
                        : "already loaded, nothing was done");
    }

    private static String reason(RuntimeException e) {
        if (e instanceof OnetException && Unavailability.of(e).isEmpty()) {
            return firstLine(e);
        }
        // A pool says only that it has no connection, and Spring that it has no bean; their causes say why.
        Throwable cause = e;
        for (Throwable each = e; each != null; each = each.getCause()) {
            cause = e instanceof BeansException || each instanceof SQLException ? each : cause;
        }
        return e instanceof BeansException ? "the configuration is invalid: " + cause : firstLine(cause);
    }

    private static String firstLine(Throwable failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    }

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration(DataSourceAutoConfiguration.class)
    @EnableConfigurationProperties(OnetProperties.class)
    static class LoadConfiguration {}
}
