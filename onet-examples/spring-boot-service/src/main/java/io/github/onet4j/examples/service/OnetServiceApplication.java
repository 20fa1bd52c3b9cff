package io.github.onet4j.examples.service;

import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The service; with {@code load} as the first argument, the command that loads a release. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class OnetServiceApplication {
    /**
     * Starts the service or the command.
     *
     * @param arguments {@code load [PATH]}, or nothing; Spring Boot's options may follow, such as {@code
     *     --server.port=9000}
     */
    public static void main(String[] arguments) {
        if (arguments.length > 0 && arguments[0].equals("load")) {
            System.exit(LoadCommand.run(List.of(arguments).subList(1, arguments.length), System.out, System.err));
        }
        SpringApplication.run(OnetServiceApplication.class, arguments);
    }
}
