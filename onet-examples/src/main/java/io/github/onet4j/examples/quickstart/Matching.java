package io.github.onet4j.examples.quickstart;

import io.github.onet4j.Coverage;
import io.github.onet4j.Domain;
import io.github.onet4j.OnetCatalog;
import io.github.onet4j.OnetSocCode;
import io.github.onet4j.match.CareerPathFinder;
import io.github.onet4j.match.Closeness;
import io.github.onet4j.person.PersonModel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Answers the questions that go beyond a pair of occupations.
 *
 * @param catalog the release
 * @param style the style of the terminal
 * @param rows the number of rows to list
 */
record Matching(OnetCatalog catalog, Style style, int rows) {
    List<String> closest(String occupation) {
        var code = catalog.requireOccupation(occupation).code();
        return new ClosestTable(Closeness.of(catalog).closest(code, rows), style).lines();
    }

    List<String> paths(String from, String to) {
        var source = catalog.requireOccupation(from).code();
        var target = catalog.requireOccupation(to).code();
        if (source.equals(target)) {
            throw new QuickstartException(
                    "Both names mean " + catalog.requireOccupation(source) + ". Name another target.");
        }
        for (Domain domain : List.of(Domain.SKILLS, Domain.KNOWLEDGE)) {
            requireRatings(domain);
            requireRated(source, domain);
            requireRated(target, domain);
        }
        return new PathsTable(CareerPathFinder.of(catalog).paths(source, target), style).lines();
    }

    List<String> person(PersonFile file, Domain domain, @Nullable String target) {
        requireRatings(domain);
        var person = file.profile(catalog);
        var code = target == null ? null : catalog.requireOccupation(target).code();
        if (code != null) {
            requireRated(code, domain);
        }
        try {
            PersonTable table = new PersonTable(PersonModel.of(catalog, domain).estimate(person), style, rows);
            return code == null ? table.lines() : table.lines(code);
        } catch (IllegalArgumentException e) {
            throw new QuickstartException("The person can't be compared: " + e.getMessage(), e);
        }
    }

    private void requireRated(OnetSocCode code, Domain domain) {
        if (catalog.coverage(code, domain) != Coverage.RATED) {
            throw new QuickstartException("This release has no complete ratings of " + domain.label() + " for "
                    + catalog.requireOccupation(code) + ".\nTry one like it:  ./quickstart --closest " + code);
        }
    }

    private void requireRatings(Domain domain) {
        if (!catalog.domains().contains(domain)) {
            throw new QuickstartException("This release has no ratings of " + domain.label() + ".");
        }
    }
}
