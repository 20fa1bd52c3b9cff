package io.github.onet4j.examples.service;

import io.github.onet4j.Coverage;
import io.github.onet4j.Domain;
import io.github.onet4j.Occupation;
import io.github.onet4j.OnetCatalog;
import io.github.onet4j.OnetSocCode;
import io.github.onet4j.jooq.Onet;
import io.github.onet4j.match.Closeness;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.MediaType;
import org.springframework.util.StringUtils;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Finds and lists the occupations of the active release. */
@RestController
@Tag(name = "Occupations")
@RequestMapping(path = "/api/v1/occupations", produces = MediaType.APPLICATION_JSON_VALUE)
class OccupationController {

    private final ObjectProvider<Onet> onet;
    private final SingletonSupplier<Supplier<Closeness>> closeness;

    OccupationController(ObjectProvider<Onet> onet) {
        this.onet = onet;
        this.closeness = SingletonSupplier.of(() -> onet.getObject().perRelease(Closeness::of));
    }

    @GetMapping
    @Operation(
            summary = "Find occupations by title, or list all by code",
            description = "Searches all titles that O*NET knows of an occupation; one that only resembles what was"
                    + " typed is marked as similar. Examples: `/api/v1/occupations?query=programmer&limit=5`; all:"
                    + " `/api/v1/occupations`.")
    @ApiResponse(responseCode = "200", description = "The occupations, best match first", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "400", description = "The limit is not between 1 and 100")
    OccupationsAnswer occupations(
            @Parameter(description = "Words of a title; without a query, all occupations are listed", example = "nurse")
                    @RequestParam(required = false)
                    @Nullable
                    String query,
            @Parameter(
                            description =
                                    "The maximum number of matches, 1 to 100; the list of all occupations is never cut",
                            schema =
                                    @Schema(
                                            type = "integer",
                                            format = "int32",
                                            minimum = "1",
                                            maximum = "100",
                                            defaultValue = "20"))
                    @RequestParam(defaultValue = "20")
                    int limit) {
        LimitParameter.require(limit);
        OnetCatalog catalog = onet.getObject().catalog();
        String attribution = catalog.release().attribution();
        return StringUtils.hasText(query)
                ? OccupationsAnswer.found(catalog.searchOccupations(query, limit), attribution)
                : OccupationsAnswer.all(catalog.occupations(), attribution);
    }

    @GetMapping("/{code}")
    @Operation(
            summary = "One occupation, and the extent to which it is rated",
            description = "Example: `/api/v1/occupations/15-1251.00`.")
    @ApiResponse(responseCode = "200", description = "The occupation", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "400", description = "The code is malformed")
    @ApiResponse(responseCode = "404", description = "The release has no such occupation")
    OccupationAnswer occupation(
            @Parameter(description = "An O*NET-SOC code; 15-1251 is short for 15-1251.00", example = "15-1251.00")
                    @PathVariable
                    String code) {
        OnetCatalog catalog = onet.getObject().catalog();
        Occupation occupation = catalog.requireOccupation(CodeParameter.parse("code", code));
        return OccupationAnswer.of(
                occupation,
                coverage(catalog, occupation.code()),
                catalog.release().attribution());
    }

    @GetMapping("/{code}/closest")
    @Operation(
            summary = "The occupations closest to one, and what makes them close",
            description = "Closeness has no direction, unlike readiness. The first request after a release was"
                    + " activated takes a second or two. Example: `/api/v1/occupations/15-1251/closest?limit=3`.")
    @ApiResponse(responseCode = "200", description = "The occupations, closest first", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "400", description = "The code is malformed, or the limit is not between 1 and 100")
    @ApiResponse(responseCode = "404", description = "The release has no such occupation")
    ClosestAnswer closest(
            @Parameter(description = "An O*NET-SOC code; 15-1251 is short for 15-1251.00", example = "15-1251.00")
                    @PathVariable
                    String code,
            @Parameter(
                            description = "The maximum number of occupations, 1 to 100",
                            schema =
                                    @Schema(
                                            type = "integer",
                                            format = "int32",
                                            minimum = "1",
                                            maximum = "100",
                                            defaultValue = "20"))
                    @RequestParam(defaultValue = "20")
                    int limit) {
        LimitParameter.require(limit);
        return ClosestAnswer.of(closeness.obtain().get().closest(CodeParameter.parse("code", code), limit));
    }

    private static Map<Domain, Coverage> coverage(OnetCatalog catalog, OnetSocCode code) {
        Map<Domain, Coverage> coverage = new TreeMap<>();
        catalog.domains().stream()
                .filter(Domain::hasLevels)
                .forEach(domain -> coverage.put(domain, catalog.coverage(code, domain)));
        return coverage;
    }
}
