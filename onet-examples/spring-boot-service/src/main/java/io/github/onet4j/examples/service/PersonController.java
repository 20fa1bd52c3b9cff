package io.github.onet4j.examples.service;

import io.github.onet4j.Domain;
import io.github.onet4j.Occupation;
import io.github.onet4j.OnetCatalog;
import io.github.onet4j.OnetSocCode;
import io.github.onet4j.jooq.Onet;
import io.github.onet4j.person.PersonEstimate;
import io.github.onet4j.person.PersonModel;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.MediaType;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Answers questions about a person of whom a little is known. The person is in the body alone, since addresses get into
 * logs and histories; nothing of it is stored or logged.
 */
@RestController
@Tag(name = "Persons")
@RequestMapping(
        path = "/api/v1/person",
        consumes = MediaType.APPLICATION_JSON_VALUE,
        produces = MediaType.APPLICATION_JSON_VALUE)
class PersonController {
    private static final int DEFAULT_LIMIT = 20;

    private final ObjectProvider<Onet> onet;
    private final Map<Domain, SingletonSupplier<Supplier<PersonModel>>> models;

    PersonController(ObjectProvider<Onet> onet) {
        this.onet = onet;
        this.models = Arrays.stream(Domain.values())
                .filter(Domain::hasLevels)
                .collect(Collectors.toMap(
                        Function.identity(),
                        domain -> SingletonSupplier.of(
                                () -> onet.getObject().perRelease(catalog -> model(catalog, domain)))));
    }

    @PostMapping("/readiness")
    @PersonQuestion
    @Operation(
            summary = "How ready a person is for an occupation, and what to ask next",
            description = "Nothing of the person is stored or logged. The first request for a domain after a release"
                    + " was activated takes a second or two.")
    ReadinessAnswer readiness(@RequestBody ReadinessRequest request) {
        Domain domain = GapRequestResolver.domain(request.domain());
        OnetSocCode target = PersonReader.code("target", request.target());
        PersonModel model = model(domain);
        PersonReader reader = new PersonReader(model, domain);
        PersonEstimate estimate = model.estimate(reader.person(request));
        requireTarget(target, model, domain);
        return ReadinessAnswer.of(
                domain,
                estimate,
                estimate.readiness(target),
                estimate.nextQuestion(target, reader.skipped(request)).orElse(null));
    }

    @PostMapping("/occupations")
    @PersonQuestion
    @Operation(
            summary = "The occupations whose levels are nearest to a person's; those that can't be told apart share a"
                    + " rank",
            description = "Nothing of the person is stored or logged. The first request for a domain after a release"
                    + " was activated takes a second or two.")
    RankingAnswer ranking(@RequestBody RankingRequest request) {
        Domain domain = GapRequestResolver.domain(request.domain());
        int limit = Objects.requireNonNullElse(request.limit(), DEFAULT_LIMIT);
        LimitParameter.require(limit);
        PersonModel model = model(domain);
        PersonEstimate estimate = model.estimate(new PersonReader(model, domain).person(request));
        return RankingAnswer.of(domain, estimate, estimate.ranking(limit));
    }

    private PersonModel model(Domain domain) {
        return Objects.requireNonNull(models.get(domain)).obtain().get();
    }

    private static PersonModel model(OnetCatalog catalog, Domain domain) {
        if (catalog.ratedOccupations(domain).isEmpty()) {
            throw new MissingDomainException(domain, catalog.release().version());
        }
        return PersonModel.of(catalog, domain);
    }

    private void requireTarget(OnetSocCode target, PersonModel model, Domain domain) {
        List<Occupation> targets = model.targets();
        if (targets.stream().noneMatch(each -> each.code().equals(target))) {
            OnetCatalog catalog = onet.getObject().catalog();
            Occupation unrated = catalog.requireOccupation(target);
            List<Occupation> alternatives = catalog.ratedAlternatives(target, domain).stream()
                    .filter(targets::contains)
                    .toList();
            throw new NotRatedInFullException(
                    unrated,
                    alternatives,
                    UnratedDetail.ofTarget(unrated, domain, model.release().version(), alternatives));
        }
    }
}
