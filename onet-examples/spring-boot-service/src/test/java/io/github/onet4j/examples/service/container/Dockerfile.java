package io.github.onet4j.examples.service.container;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.Yaml;

/**
 * A Dockerfile, as far as the service's needs it: no here-documents, no ARG, no ONBUILD.
 *
 * @param stages what stands from one FROM to the next
 */
record Dockerfile(List<Stage> stages) {
    private static final Pattern INSTRUCTION =
            Pattern.compile("(?<keyword>[A-Z]+)(?<flags>( +--\\S+)*) +(?<arguments>\\S.*)", Pattern.DOTALL);

    static Dockerfile ofTheService() {
        return parse(Checkout.text(Checkout.SERVICE.resolve("Dockerfile")));
    }

    static Dockerfile parse(String text) {
        String withoutComments = text.lines()
                .filter(line -> !line.startsWith("#"))
                .filter(Predicate.not(String::isBlank))
                .reduce("", (before, line) -> before + line + "\n");
        List<Stage> stages = new ArrayList<>();
        for (String line : withoutComments.replaceAll("\\\\\n\\s*", "").split("\n")) {
            Instruction instruction = Instruction.parse(line);
            if (instruction.keyword().equals("FROM")) {
                stages.add(new Stage(new ArrayList<>()));
            }
            stages.get(stages.size() - 1).instructions().add(instruction);
        }
        return new Dockerfile(stages);
    }

    Stage build() {
        return stages.get(0);
    }

    Stage image() {
        return stages.get(stages.size() - 1);
    }

    /**
     * A stage.
     *
     * @param instructions in their order
     */
    record Stage(List<Instruction> instructions) {
        List<Instruction> all(String keyword) {
            return instructions.stream()
                    .filter(instruction -> instruction.keyword().equals(keyword))
                    .toList();
        }

        Instruction one(String keyword) {
            List<Instruction> found = all(keyword);
            if (found.size() != 1) {
                throw new AssertionError(found.size() + " instructions " + keyword + ": " + found);
            }
            return found.get(0);
        }
    }

    /**
     * An instruction.
     *
     * @param keyword in capitals
     * @param flags such as {@code --from=build}
     * @param arguments everything after the flags, in one line
     */
    record Instruction(String keyword, List<String> flags, String arguments) {
        static Instruction parse(String line) {
            Matcher matcher = INSTRUCTION.matcher(line);
            if (!matcher.matches()) {
                throw new AssertionError("No instruction: " + line);
            }
            String flags = matcher.group("flags").strip();
            return new Instruction(
                    matcher.group("keyword"),
                    flags.isEmpty() ? List.of() : List.of(flags.split(" +")),
                    matcher.group("arguments"));
        }

        Optional<String> flag(String name) {
            String start = "--" + name + "=";
            return flags.stream()
                    .filter(flag -> flag.startsWith(start))
                    .map(flag -> flag.substring(start.length()))
                    .findFirst();
        }

        List<String> words() {
            return Arrays.asList(arguments.split(" +"));
        }

        /** What a COPY copies. */
        List<String> sources() {
            return words().subList(0, words().size() - 1);
        }

        /** The command in the form that no shell touches: a JSON list. */
        List<String> command() {
            return YamlNode.of(new Yaml().load(arguments.substring(arguments.indexOf('['))))
                    .texts();
        }
    }

    static Path destination(Path folder, Instruction copy) {
        return folder.resolve(copy.words().get(copy.words().size() - 1)).normalize();
    }
}
