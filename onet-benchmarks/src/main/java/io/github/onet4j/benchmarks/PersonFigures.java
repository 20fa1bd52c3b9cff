package io.github.onet4j.benchmarks;

import io.github.onet4j.Domain;
import io.github.onet4j.Element;
import io.github.onet4j.Occupation;
import io.github.onet4j.OnetCatalog;
import io.github.onet4j.OnetSocCode;
import io.github.onet4j.RelatedOccupation;
import io.github.onet4j.match.RatingMatrix;
import io.github.onet4j.person.PersonEstimate;
import io.github.onet4j.person.PersonModel;
import io.github.onet4j.person.PersonProfile;
import io.github.onet4j.person.Question;
import io.github.onet4j.person.ReadinessEstimate;
import io.github.onet4j.release.OnetRelease;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Judges estimates of persons by simulated ones: the levels of an occupation with an error of rating, and a related
 * occupation for a history. The model is built without the occupation that the person is drawn from.
 */
public final class PersonFigures {
    private static final int PERSONS = 2000;
    private static final int RANKED = 200;
    private static final int[] ANSWERED = {0, 4, 6, 10, 15, 35};
    private static final double[] ANSWER_DEVIATIONS = {.5, .25};
    private static final double AS_GOOD_AS_EXACT = .01;
    private static final double GOOD = .03;

    private final OnetCatalog catalog;
    private final RatingMatrix matrix;

    private PersonFigures(OnetCatalog catalog) {
        this.catalog = catalog;
        this.matrix = RatingMatrix.of(catalog, Domain.SKILLS);
    }

    /**
     * Prints the figures.
     *
     * @param arguments the paths of releases
     */
    public static void main(String[] arguments) {
        if (arguments.length == 0) {
            throw new IllegalArgumentException("Name releases: PersonFigures db_29_3_text.zip db_30_1_text.zip");
        }
        for (String argument : arguments) {
            new PersonFigures(OnetRelease.open(Path.of(argument)).catalog()).print();
        }
    }

    private double level(OnetSocCode code, Element element) {
        return matrix.level(code, element.id()).orElseThrow();
    }

    private double weight(OnetSocCode code, Element element) {
        return (matrix.importance(code, element.id()).orElseThrow() - 1) / 4;
    }

    private void print() {
        long start = System.nanoTime();
        List<Person> persons = persons();
        System.out.printf(
                Locale.ROOT,
                "%nO*NET %s, %d persons, a model built in %d ms%n",
                catalog.release().version(),
                persons.size(),
                (System.nanoTime() - start) / 1_000_000 / persons.size());
        for (double deviation : ANSWER_DEVIATIONS) {
            for (boolean history : new boolean[] {true, false}) {
                print(persons, deviation, history);
            }
            printTies(persons.subList(0, RANKED), deviation);
        }
        printTies(persons.subList(0, RANKED), AS_GOOD_AS_EXACT);
    }

    /** How many occupations share the first rank. */
    private void printTies(List<Person> persons, double deviation) {
        for (int answers : new int[] {0, 6, matrix.elements().size()}) {
            double[] sizes = persons.stream()
                    .mapToDouble(person -> sharingFirstRank(person, deviation, answers))
                    .sorted()
                    .toArray();
            System.out.printf(
                    Locale.ROOT,
                    "with a history and %d answers by need off by %.2f, %.0f occupations share rank 1 (median; %.0f at"
                            + " the 90th percentile)%n",
                    answers,
                    deviation,
                    sizes[sizes.length / 2],
                    sizes[(int) (.9 * sizes.length)]);
        }
    }

    private static int sharingFirstRank(Person person, double deviation, int answers) {
        PersonProfile profile = PersonProfile.UNKNOWN.withOccupation(person.history());
        for (Element element : person.byNeed().subList(0, answers)) {
            profile = answer(person, profile, element, deviation);
        }
        return person.model().estimate(profile).ranking(1).occupations().size();
    }

    private List<Person> persons() {
        Random random = new Random(5);
        List<Person> persons = new ArrayList<>();
        while (persons.size() < PERSONS) {
            draw(random, persons.size() % 2 == 0).ifPresent(persons::add);
        }
        return persons;
    }

    private Optional<Person> draw(Random random, boolean towardsRelated) {
        List<Occupation> rated = matrix.occupations();
        OnetSocCode like = oneOf(rated, random).code();
        List<Occupation> related = catalog.relatedOccupations(like).stream()
                .map(RelatedOccupation::occupation)
                .filter(rated::contains)
                .toList();
        if (related.size() < 10) {
            return Optional.empty();
        }
        Map<Element, Double> levels = new TreeMap<>(Comparator.comparing(Element::id));
        Map<Element, Double> errors = new TreeMap<>(Comparator.comparing(Element::id));
        for (Element element : matrix.elements()) {
            double standardError = matrix.standardError(like, element.id()).orElse(0);
            levels.put(element, level(like, element) + standardError * random.nextGaussian());
            errors.put(element, random.nextGaussian());
        }
        OnetSocCode history = oneOf(related.subList(0, 10), random).code();
        OnetSocCode target = oneOf(towardsRelated ? related : rated, random).code();
        List<Element> byNeed = matrix.elements().stream()
                .sorted(Comparator.comparingDouble(
                        (Element element) -> -weight(target, element) * level(target, element)))
                .toList();
        List<Element> shuffled = new ArrayList<>(matrix.elements());
        Collections.shuffle(shuffled, random);
        return target.equals(like)
                ? Optional.empty()
                : Optional.of(new Person(modelWithout(like), history, target, levels, errors, byNeed, shuffled));
    }

    private static <T> T oneOf(List<T> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }

    /** Builds the model from a catalog in which an occupation is not rated. */
    private PersonModel modelWithout(OnetSocCode code) {
        return PersonModel.of(
                (OnetCatalog) Proxy.newProxyInstance(
                        getClass().getClassLoader(), new Class<?>[] {OnetCatalog.class}, (proxy, method, arguments) -> {
                            try {
                                Object answer = method.invoke(catalog, arguments);
                                return method.getName().equals("ratedOccupations")
                                        ? without((List<?>) Objects.requireNonNull(answer), code)
                                        : answer;
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        }),
                Domain.SKILLS);
    }

    private static List<?> without(List<?> occupations, OnetSocCode code) {
        return occupations.stream()
                .filter(occupation -> !((Occupation) occupation).code().equals(code))
                .collect(Collectors.toList());
    }

    private void print(List<Person> persons, double deviation, boolean history) {
        System.out.printf(
                Locale.ROOT, "%nAnswers off by %.2f, %s a history%n", deviation, history ? "with" : "without");
        System.out.println("answers: mean |error| adaptive, fixed, random; adaptive less fixed, less random (95 %);"
                + " below .03; 90 % interval covers, factor for 90 %, mean width");
        List<List<Outcome>> runs = Arrays.stream(Order.values())
                .map(order -> persons.stream()
                        .map(person -> run(person, deviation, history, order))
                        .toList())
                .toList();
        for (int i = 0; i < ANSWERED.length; i++) {
            int at = i;
            double[][] errors = runs.stream()
                    .map(outcomes -> outcomes.stream()
                            .mapToDouble(outcome -> outcome.errors()[at])
                            .toArray())
                    .toArray(double[][]::new);
            List<Outcome> adaptive = runs.get(0);
            System.out.printf(
                    Locale.ROOT,
                    "%2d: %.4f %.4f %.4f; %s, %s; %.2f; %.3f %.3f %.3f%n",
                    ANSWERED[i],
                    mean(errors[0]),
                    mean(errors[1]),
                    mean(errors[2]),
                    difference(errors[0], errors[1]),
                    difference(errors[0], errors[2]),
                    Arrays.stream(errors[0]).filter(error -> error < GOOD).count() / (double) persons.size(),
                    mean(adaptive.stream()
                            .mapToDouble(outcome -> outcome.covered()[at] ? 1 : 0)
                            .toArray()),
                    percentile90(adaptive.stream()
                            .mapToDouble(outcome -> outcome.errors()[at] / outcome.deviations()[at] / 1.645)
                            .toArray()),
                    mean(adaptive.stream()
                            .mapToDouble(outcome -> outcome.widths()[at])
                            .toArray()));
        }
        System.out.printf(
                Locale.ROOT,
                "adaptive: nothing is left to gain after %.1f questions, %.0f µs each%n",
                mean(runs.get(0).stream().mapToDouble(Outcome::asked).toArray()),
                runs.get(0).stream().mapToLong(Outcome::nanos).sum()
                        / 1e3
                        / runs.get(0).stream().mapToDouble(Outcome::asked).sum());
    }

    private static double mean(double[] figures) {
        return Arrays.stream(figures).average().orElseThrow();
    }

    private static double percentile90(double[] figures) {
        double[] sorted = figures.clone();
        Arrays.sort(sorted);
        return sorted[(int) (.9 * sorted.length)];
    }

    private static String difference(double[] figures, double[] others) {
        double[] differences = new double[figures.length];
        for (int i = 0; i < differences.length; i++) {
            differences[i] = figures[i] - others[i];
        }
        double mean = mean(differences);
        double variance = mean(
                Arrays.stream(differences).map(of -> (of - mean) * (of - mean)).toArray());
        double half = 1.96 * Math.sqrt(variance / differences.length);
        return String.format(Locale.ROOT, "%+.4f [%+.4f, %+.4f]", mean, mean - half, mean + half);
    }

    private Outcome run(Person person, double deviation, boolean history, Order order) {
        double truth = readiness(person);
        PersonProfile profile =
                history ? PersonProfile.UNKNOWN.withOccupation(person.history()) : PersonProfile.UNKNOWN;
        Outcome outcome = Outcome.empty();
        int asked = 0;
        long nanos = 0;
        for (int i = 0; i < ANSWERED.length; i++) {
            boolean isAnythingLeft = true;
            while (asked < ANSWERED[i] && isAnythingLeft) {
                long start = System.nanoTime();
                Optional<Element> next = next(person, profile, order, asked);
                nanos += System.nanoTime() - start;
                isAnythingLeft = next.isPresent();
                if (next.isPresent()) {
                    profile = answer(person, profile, next.get(), deviation);
                    asked++;
                }
            }
            outcome.record(i, person.model().estimate(profile).readiness(person.target()), truth);
        }
        return outcome.after(asked, nanos);
    }

    private double readiness(Person person) {
        double met = 0;
        double needed = 0;
        for (Element element : matrix.elements()) {
            double weight = weight(person.target(), element);
            double level = level(person.target(), element);
            met += weight * Math.min(level, Math.max(0, person.levels().get(element)));
            needed += weight * level;
        }
        return met / needed;
    }

    private Optional<Element> next(Person person, PersonProfile profile, Order order, int asked) {
        return switch (order) {
            case ADAPTIVE -> {
                PersonEstimate estimate = person.model().estimate(profile);
                yield estimate.nextQuestion(person.target()).map(Question::element);
            }
            case FIXED -> Optional.of(person.byNeed().get(asked));
            case RANDOM -> Optional.of(person.shuffled().get(asked));
        };
    }

    private static PersonProfile answer(Person person, PersonProfile profile, Element element, double deviation) {
        double level =
                person.levels().get(element) + deviation * person.errors().get(element);
        return profile.withSelfAssessment(element.id(), Math.max(0, Math.min(7, level)), deviation);
    }

    /** What decides which question comes next. */
    private enum Order {
        ADAPTIVE,
        /** What the target needs most, by weight times level. */
        FIXED,
        RANDOM
    }

    /** Somebody simulated. The errors of answers are in standard deviations. */
    private record Person(
            PersonModel model,
            OnetSocCode history,
            OnetSocCode target,
            Map<Element, Double> levels,
            Map<Element, Double> errors,
            List<Element> byNeed,
            List<Element> shuffled) {}

    /** How far off the estimates were, by number of answers. */
    private record Outcome(
            double[] errors, double[] deviations, double[] widths, boolean[] covered, int asked, long nanos) {
        static Outcome empty() {
            int times = ANSWERED.length;
            return new Outcome(new double[times], new double[times], new double[times], new boolean[times], 0, 0);
        }

        void record(int time, ReadinessEstimate readiness, double truth) {
            errors[time] = Math.abs(readiness.mean() - truth);
            deviations[time] = readiness.standardDeviation();
            widths[time] = readiness.high() - readiness.low();
            covered[time] = readiness.low() <= truth && truth <= readiness.high();
        }

        Outcome after(int questions, long nanoseconds) {
            return new Outcome(errors, deviations, widths, covered, questions, nanoseconds);
        }
    }
}
