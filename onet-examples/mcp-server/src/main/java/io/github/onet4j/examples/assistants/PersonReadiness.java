package io.github.onet4j.examples.assistants;

import io.github.onet4j.Domain;
import io.github.onet4j.Element;
import io.github.onet4j.Occupation;
import io.github.onet4j.OnetCatalog;
import io.github.onet4j.OnetSocCode;
import io.github.onet4j.person.PersonEstimate;
import io.github.onet4j.person.PersonGap;
import io.github.onet4j.person.PersonModel;
import io.github.onet4j.person.PersonProfile;
import io.github.onet4j.person.Question;
import io.github.onet4j.person.ReadinessEstimate;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Estimates how ready a person is, and finds what to ask next. Nothing of the person is kept or logged. */
final class PersonReadiness {
    private static final int DEFAULT_LIMIT = 5;

    private final Releases releases;
    private final Map<LevelDomain, Supplier<PersonModel>> models = new EnumMap<>(LevelDomain.class);

    private PersonReadiness(Releases releases) {
        this.releases = releases;
        for (LevelDomain domain : LevelDomain.values()) {
            models.put(domain, releases.perRelease(catalog -> PersonModel.of(catalog, domain.domain())));
        }
    }

    static OnetTool tool(Releases releases) {
        return OnetTool.of(
                "person_readiness",
                "A person's readiness",
                "Tells how ready a person is for an occupation, as an interval, from the occupations the person has"
                        + " held and the answers so far; and which question to ask the person next, since its answer"
                        + " narrows the interval most. Put the question and its choices to the person, add the level of"
                        + " the chosen one to answers, and call again until the interval is narrow enough or there is"
                        + " no next question. Nothing is kept between calls, so pass everything each time.",
                Arguments.class,
                Readiness.class,
                new PersonReadiness(releases)::answer);
    }

    private Readiness answer(Arguments arguments) {
        OnetCatalog catalog = releases.catalog();
        LevelDomain domain = LevelDomain.orDefault(arguments.domain());
        Occupation target = Occupations.require(catalog, "target", arguments.target());
        Occupations.requireRatings(catalog, domain.domain());
        PersonModel model = Objects.requireNonNull(models.get(domain)).get();
        PersonEstimate estimate = model.estimate(profile(arguments, catalog, model, domain.domain()));
        Occupations.requireAmong(model.targets(), target, catalog, domain.domain());
        Set<String> skipped = new LinkedHashSet<>(orNone(arguments.skipped()));
        skipped.forEach(id -> requireElement("skipped", id, model, domain.domain()));
        return Readiness.of(
                domain,
                estimate,
                estimate.readiness(target.code()),
                estimate.nextQuestion(target.code(), skipped).orElse(null),
                Objects.requireNonNullElse(arguments.limit(), DEFAULT_LIMIT));
    }

    private static PersonProfile profile(Arguments arguments, OnetCatalog catalog, PersonModel model, Domain domain) {
        PersonProfile person = PersonProfile.UNKNOWN;
        for (Held held : orNone(arguments.held())) {
            OnetSocCode code =
                    Occupations.require(catalog, "held", held.occupation()).code();
            person = held.years() == null ? person.withOccupation(code) : person.withOccupation(code, held.years());
        }
        for (Known known : orNone(arguments.known())) {
            requireElement("known", known.elementId(), model, domain);
            person = person.withLevel(known.elementId(), known.level(), known.standardDeviation());
        }
        for (Answered answer : orNone(arguments.answers())) {
            requireElement("answers", answer.elementId(), model, domain);
            person = person.withSelfAssessment(answer.elementId(), answer.level());
        }
        return person;
    }

    private static void requireElement(String argument, String id, PersonModel model, Domain domain) {
        if (model.elements().stream().map(Element::id).noneMatch(id::equals)) {
            throw new RefusedCallException(argument + ": " + Text.quoted(id) + " is the id of none of the "
                    + domain.label() + ", which are: "
                    + String.join(
                            ", ",
                            model.elements().stream()
                                    .map(each -> ElementName.of(each).text())
                                    .toList())
                    + ".");
        }
    }

    private static <T> List<T> orNone(@Nullable List<T> entries) {
        return entries == null ? List.of() : entries;
    }

    record Arguments(
            @Schema(
                    description = "The occupation to be ready for: " + Occupations.CODE_OR_TITLE,
                    minLength = 1,
                    maxLength = 200)
            String target,

            @Schema(description = "What readiness is of", defaultValue = LevelDomain.DEFAULT) @Nullable
            LevelDomain domain,

            @ArraySchema(
                    arraySchema = @Schema(description = "Occupations that the person holds or has held"),
                    maxItems = 20)
            @Nullable
            List<Held> held,

            @ArraySchema(
                    arraySchema =
                            @Schema(
                                    description = "The person's answers so far; of two to a question the last"
                                            + " counts. They are taken to be off by half a level"),
                    maxItems = 60)
            @Nullable
            List<Answered> answers,

            @ArraySchema(
                    arraySchema = @Schema(description = "Levels known from elsewhere, such as a test"),
                    maxItems = 60)
            @Nullable
            List<Known> known,

            @ArraySchema(
                    arraySchema =
                            @Schema(
                                    description =
                                            "Ids of elements that the person does not want to be asked" + " about"),
                    schema = @Schema(maxLength = 20),
                    maxItems = 60)
            @Nullable
            List<String> skipped,

            @Schema(description = "The most elements to return", minimum = "1", maximum = "40", defaultValue = "5")
            @Nullable
            Integer limit) {
        /** Returns nothing of the person. */
        @Override
        public String toString() {
            return "a person";
        }
    }

    record Held(
            @Schema(description = Occupations.CODE_OR_TITLE, minLength = 1, maxLength = 200)
            String occupation,

            @Schema(
                    description = "How long, in years; leave it out if it is unknown",
                    minimum = "0",
                    exclusiveMinimum = true,
                    maximum = "100")
            @Nullable
            Double years) {
        @Override
        public String toString() {
            return "an occupation held";
        }
    }

    record Answered(
            @Schema(description = "elementId of the question", maxLength = 20)
            String elementId,

            @Schema(description = "Level of the chosen answer", minimum = "0", maximum = "7")
            double level) {
        @Override
        public String toString() {
            return "an answer";
        }
    }

    record Known(
            @Schema(description = "Id of the element, for example 2.B.3.e", maxLength = 20)
            String elementId,

            @Schema(minimum = "0", maximum = "7") double level,

            @Schema(
                    description = "How sure it is: the standard deviation of its error, in levels",
                    minimum = "0.01",
                    maximum = "7")
            double standardDeviation) {
        @Override
        public String toString() {
            return "a known level";
        }
    }

    record Readiness(
            OccupationName target,
            LevelDomain domain,

            @Schema(description = "Readiness to expect: the part of what the target needs that the person has, 0 to 1")
            double mean,

            @Schema(description = "Lower end of its 90 % interval")
            double low,

            @Schema(description = "Upper end of its 90 % interval")
            double high,

            @Schema(description = "What the target needs, the largest expected lack first")
            List<PersonElement> elements,

            @Schema(description = "How many further elements there are")
            int elementsLeftOff,

            @Schema(description = "What to ask the person next; null if no answer would narrow the interval") @Nullable
            NextQuestion nextQuestion,

            @Schema(description = "Occupations held that say nothing, since O*NET does not rate them in full")
            List<OccupationName> heldWithoutRatings,

            ReleaseName release,
            String attribution)
            implements Answer {
        private static Readiness of(
                LevelDomain domain,
                PersonEstimate estimate,
                ReadinessEstimate readiness,
                @Nullable Question next,
                int limit) {
            return new Readiness(
                    OccupationName.of(readiness.target()),
                    domain,
                    readiness.mean(),
                    readiness.low(),
                    readiness.high(),
                    readiness.elements().stream()
                            .limit(limit)
                            .map(PersonElement::of)
                            .toList(),
                    Math.max(0, readiness.elements().size() - limit),
                    next == null ? null : NextQuestion.of(next),
                    estimate.heldWithoutRatings().stream()
                            .map(OccupationName::of)
                            .toList(),
                    ReleaseName.of(readiness.release()),
                    readiness.attribution());
        }

        @Override
        public String text() {
            return "Readiness for " + Text.occupation(target) + ", "
                    + domain.domain().label() + ", O*NET "
                    + release.version() + ": " + Text.figure(mean) + ", with a probability of 90 % between "
                    + Text.figure(low) + " and " + Text.figure(high) + ". Largest expected lack first:"
                    + Text.lines(elements.stream().map(PersonElement::text).toList())
                    + Text.leftOff(elementsLeftOff, "elements")
                    + (nextQuestion == null
                            ? "\nNo further question would narrow the interval."
                            : "\n" + nextQuestion.asText());
        }

        /** Returns no figure of the person. */
        @Override
        public String toString() {
            return "a person's readiness";
        }
    }

    record PersonElement(
            String elementId,
            String name,

            @Schema(description = "Level that the target needs, above 0 to 7")
            double neededLevel,

            @Schema(description = "The person's level to expect, about 0 to 7")
            double expectedLevel,

            @Schema(description = "How unsure that is, in levels")
            double standardDeviation,

            @Schema(
                    description = "Whether the person has the needed level: MET or GAP with a probability of .9 at"
                            + " least, or UNKNOWN")
            PersonGap.Status status,

            @Schema(description = "The part of what the target needs that is expected to be missing here, 0 to 1")
            double share) {
        private static PersonElement of(PersonGap gap) {
            return new PersonElement(
                    gap.element().id(),
                    gap.element().name(),
                    gap.needed(),
                    gap.person().mean(),
                    gap.person().standardDeviation(),
                    gap.status(),
                    gap.share());
        }

        private String text() {
            return new ElementName(elementId, name).text() + ": needs level " + Text.level(neededLevel) + ", " + status;
        }

        @Override
        public String toString() {
            return "a person's level";
        }
    }

    record NextQuestion(
            String elementId,
            String name,
            @Schema(description = "The question") String question,

            @Schema(description = "Answers to choose from, the lowest level first")
            List<Choice> choices,

            @Schema(description = "By how much the answer is expected to narrow the interval, 0 to 1")
            double narrowing) {
        private static NextQuestion of(Question question) {
            return new NextQuestion(
                    question.element().id(),
                    question.element().name(),
                    question.text(),
                    question.choices().stream()
                            .map(choice -> new Choice(choice.level(), choice.text()))
                            .toList(),
                    question.narrowing());
        }

        private String asText() {
            return "Next question, for answers with elementId " + elementId + ": " + Text.quoted(question)
                    + Text.lines(choices.stream()
                            .map(choice -> "level " + choice.level() + ": " + Text.quoted(choice.text()))
                            .toList());
        }
    }

    record Choice(
            @Schema(description = "Level that it stands for, 0 to 7")
            double level,

            String text) {}
}
