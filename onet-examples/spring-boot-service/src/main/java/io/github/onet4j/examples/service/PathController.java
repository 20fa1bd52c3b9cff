package io.github.onet4j.examples.service;

import io.github.onet4j.Coverage;
import io.github.onet4j.Domain;
import io.github.onet4j.Occupation;
import io.github.onet4j.OnetCatalog;
import io.github.onet4j.OnetSocCode;
import io.github.onet4j.jooq.Onet;
import io.github.onet4j.match.CareerPathFinder;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.MediaType;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Finds ways from one occupation to another. */
@RestController
@Tag(name = "Paths")
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
class PathController {
    private static final int MOST_STOPS = 3;

    private final ObjectProvider<Onet> onet;
    private final SingletonSupplier<Supplier<CareerPathFinder>> finder;

    PathController(ObjectProvider<Onet> onet) {
        this.onet = onet;
        this.finder = SingletonSupplier.of(() -> onet.getObject().perRelease(CareerPathFinder::of));
    }

    @GetMapping("/paths")
    @Operation(
            summary = "Ways from one occupation to another, over stops in between",
            description = "They explain what could be learned where, and are no advice. The first request after a"
                    + " release was activated takes some seconds."
                    + " Example: `/api/v1/paths?from=31-1131&to=29-1141&max_stops=1`.")
    @ApiResponse(responseCode = "200", description = "The direct way and the paths", useReturnTypeSchema = true)
    @ApiResponse(
            responseCode = "400",
            description = "A code is missing or malformed, both are the same, or the number of stops is out of range")
    @ApiResponse(responseCode = "404", description = "The release has no such occupation")
    @ApiResponse(responseCode = "409", description = "The skills or the knowledge of an occupation are not rated")
    PathsAnswer paths(
            @Parameter(description = "The O*NET-SOC code of the source", example = "31-1131.00") @RequestParam
                    String from,
            @Parameter(description = "The O*NET-SOC code of the target", example = "29-1141.00") @RequestParam
                    String to,
            @Parameter(
                            description = "The maximum number of stops, 0 to 3; three make odd ways",
                            schema =
                                    @Schema(
                                            type = "integer",
                                            format = "int32",
                                            minimum = "0",
                                            maximum = "3",
                                            defaultValue = "2"))
                    @RequestParam(name = "max_stops", defaultValue = "2")
                    int maxStops) {
        if (maxStops < 0 || maxStops > MOST_STOPS) {
            throw new RefusedParameterException(
                    "max_stops", "The value of max_stops is not from 0 to " + MOST_STOPS + ".");
        }
        OnetSocCode source = CodeParameter.parse("from", from);
        OnetSocCode target = CodeParameter.parse("to", to);
        if (source.equals(target)) {
            throw new RefusedParameterException("to", "The value of to is the same occupation as that of from.");
        }
        OnetCatalog catalog = onet.getObject().catalog();
        for (Domain domain : List.of(Domain.SKILLS, Domain.KNOWLEDGE)) {
            requireRated(catalog, source, domain);
            requireRated(catalog, target, domain);
        }
        return PathsAnswer.of(finder.obtain().get().paths(source, target, maxStops));
    }

    private static void requireRated(OnetCatalog catalog, OnetSocCode code, Domain domain) {
        Occupation occupation = catalog.requireOccupation(code);
        String version = catalog.release().version();
        if (catalog.ratedOccupations(domain).isEmpty()) {
            throw new MissingDomainException(domain, version);
        }
        if (catalog.coverage(code, domain) != Coverage.RATED) {
            List<Occupation> alternatives = catalog.ratedAlternatives(code, domain);
            throw new NotRatedInFullException(
                    occupation,
                    alternatives,
                    occupation + " has no complete ratings of " + domain.label() + " in O*NET " + version
                            + ", so no path leads from it or to it."
                            + (alternatives.isEmpty() ? "" : " Rated occupations like it may have some."));
        }
    }
}
